import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { electronicOnly, identityCode, multichannel, paperOnly, wordingOf } from '#test/builders/e2e-bodies';
import { START, useHub } from '#test/builders/e2e-hub';
import { visitAt } from '#test/builders/e2e-ownership';
import { personAt } from '#test/builders/e2e-people';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { ask, multipart } from '#test/builders/e2e-wire';

const CODE = identityCode('240555');
const OTHER_CODE = identityCode('240505', 'B', 901);

/** Words that are nowhere else; each stands in one place a stranger must not learn of. */
const CANARIES = {
  title: 'Kanariaotsikko',
  body: 'Kanariasisältö on salainen',
  file: 'Kanariatiedosto',
  fileContent: 'Kanariateksti',
  recipientName: 'Kanarialintu Kaisa',
  street: 'Kanariakatu 99',
  registerName: 'Kanarinen Rekka',
  registerStreet: 'Rekisterikanariakuja',
  sender: 'Kanarialähettäjä',
  mailbox: 'kanaria.osoite',
  reply: 'Kanariavastaus',
  signer: 'Kanariakuittaaja',
  reason: 'Kanariasyy',
  matter: 'KANARIA/1/2026',
  password: 'Kanariasalasana',
  bearer: 'Kanariatunniste',
  field: 'Kanariakenttä',
  path: 'kanariapolku',
  processAddress: 'kanaria.prosessi',
  request: 'Kanariapyyntö',
  holder: 'Kanariahaltija',
  business: 'Kanariayhtiö',
  ruler: 'Kanariapäättäjä',
  written: 'Kanariakirje',
  postiUser: 'KANAR1',
  postiPassword: 'Kä#4',
  code: CODE,
  otherCode: OTHER_CODE,
} as const;

const hub = useHub({ env: { LOG_LEVEL: 'info' } });
const city = systemOne(hub);
const sandbox = sandboxOf(hub);
const printer = printerAt(hub);
const EMAIL = `${CANARIES.mailbox}@example.fi`;

const address = { name: CANARIES.recipientName, streetAddress: CANARIES.street };
const about = {
  title: CANARIES.title,
  body: CANARIES.body,
  address,
  from: { name: CANARIES.sender },
  hub: { matterId: CANARIES.matter },
};

/** Consent, a message that is read and answered, one that bounces into a letter, a letter that is signed for. */
async function lifeOfAMessage(): Promise<void> {
  await sandbox.person(CODE, {
    name: CANARIES.registerName,
    postalAddress: { ...anyAddress, streetAddress: CANARIES.registerStreet },
  });
  const person = await personAt(hub, CODE);
  await person.consentTo({ electronic: true, email: `vanha.${EMAIL}`, language: 'fi' });
  await person.consentTo({ electronic: true, email: EMAIL, language: 'en' });
  const file = await city.upload({ name: `${CANARIES.file}.pdf` });
  const read = await city.send(SENDING.electronic, electronicOnly({ to: CODE, file, replies: true, ...about }));
  const verifiable = { to: CODE, file, verifiable: true, addressPage: true, ...about };
  const bounced = await city.send(SENDING.multichannel, multichannel(verifiable));
  await sandbox.settle();
  await person.open(read);
  const answer = await person.upload({
    name: `${CANARIES.file}.txt`,
    type: 'text/plain',
    bytes: textOf(CANARIES.fileContent),
  });
  await person.reply(read, { title: CANARIES.reply, body: CANARIES.reply, attachmentIds: [answer] });
  await person.acknowledge(bounced);
  await sandbox.bounce((await sandbox.emailAbout(bounced)).emailId, 'hard');
  await city.send(SENDING.paper, paperOnly({ file, addressPage: true, ...about }));
  await sandbox.settle();
  await person.consentTo({ electronic: false, language: 'fi' });
  for (const { letterId } of await printer.letters()) {
    const event = { at: START, signer: CANARIES.signer, reason: CANARIES.reason, trackingCode: 'JJFI1' };
    await printer.report(letterId, { ...event, type: 'RECEIPT_SIGNED', eventId: '1' });
    await printer.report(letterId, { ...event, type: 'RETURNED', eventId: '2' });
  }
  await sandbox.settle();
  await city.eventsFrom();
}

/** What people and officials enter at the other fronts, and the pages of the mailbox. */
async function lifeAtOtherFronts(): Promise<void> {
  await sandbox.person(OTHER_CODE, {
    name: CANARIES.holder,
    postalAddress: { ...anyAddress, streetAddress: CANARIES.street },
  });
  await sandbox.business('2532004-3', { name: CANARIES.business, kind: 'COMPANY' });
  const person = await personAt(hub, CODE);
  const matter = `/me/v1/matters/hub-service-1/${encodeURIComponent(CANARIES.matter)}`;
  const noticeEmail = `${CANARIES.processAddress}@example.fi`;
  const processAddress = { type: 'MESSAGES', noticeEmail };
  const chosen = await person.call('PUT', matter, { json: { kind: 'PROCESS_ADDRESS', processAddress } });
  expect(chosen.status).toBeLessThan(300);
  const asked = await person.call('POST', '/me/v1/data-requests', {
    json: { authorityId: 'esimerkkikaupunki', what: CANARIES.request },
  });
  expect(asked).toMatchObject({ status: 201 });
  const holder = { id: OTHER_CODE, name: CANARIES.holder };
  const scope = { type: 'WHOLE_MAILBOX' };
  const given = await person.call('POST', '/me/v1/mandates', { json: { holder, scope } });
  expect(given).toMatchObject({ status: 201 });
  const wrong = await person.call('POST', '/me/v1/mandates', {
    json: { holder: { ...holder, name: CANARIES.field }, scope },
  });
  expect(wrong).toMatchObject({ status: 400 });
  await person.write({
    serviceId: 'hub-service-1',
    title: CANARIES.written,
    body: CANARIES.written,
    attachmentIds: [],
  });
  const why = { matterId: CANARIES.matter, reason: CANARIES.reason, decidedBy: CANARIES.ruler };
  expect(await city.call('PUT', '/hub/v1/legal-holds/juttu-1', { json: why })).toMatchObject({ status: 201 });
  const granted = { from: '2026-11-10', to: '2026-11-12', ground: 'INDIVIDUAL_REASON', decidedBy: CANARIES.ruler };
  const exception = await city.call('PUT', '/hub/v1/exceptions/lupa-1', { json: { ...granted, recipientId: CODE } });
  expect(exception).toMatchObject({ status: 201 });
  const postiMessaging = { username: CANARIES.postiUser, password: CANARIES.postiPassword };
  const posti = { ...postiMessaging, contactDetails: { email: `posti.${EMAIL}` } };
  const credentials = { postiMessaging: posti, sender: { address: { ...anyAddress, ...address } } };
  const path = '/hub/v1/services/hub-service-1/posti-credentials';
  const kept = await city.call('PUT', path, { json: credentials });
  expect(kept).toMatchObject({ status: 200, json: { username: CANARIES.postiUser } });
  expect((await city.call('GET', path)).text + kept.text).not.toContain(CANARIES.postiPassword);
  await lifeOnPages();
  await sandbox.settle();
}

/** A visit that reads, writes and consents by the forms of the pages, and gets some of them wrong. */
async function lifeOnPages(): Promise<void> {
  const visit = await visitAt(hub, CODE);
  for (const page of ['', '/consent', '/mandates', '/own-data', '/matters', '/write'])
    await visit.call('GET', `/mailbox${page}`);
  const writing = { title: CANARIES.written, body: CANARIES.written };
  const forms = [
    ['/write', { ...writing, service: 'hub-service-1' }, 303],
    ['/write', { ...writing, service: CANARIES.field }, 400],
    ['/consent', { email: CANARIES.field, language: 'fi' }, 400],
    ['/consent', { email: EMAIL, language: 'fi' }, 303],
    ['/acting', { onBehalfOf: OTHER_CODE }, 400],
  ] as const;
  for (const [page, json, status] of forms)
    expect({ page, ...(await visit.call('POST', `/mailbox${page}`, { json })) }).toMatchObject({ page, status });
  await visit.call('GET', `/mailbox/${CANARIES.path}/${CODE}?${CANARIES.path}=${CODE}`);
}

/** Canaries in every place a request has, right and wrong. */
async function everyRefusal(): Promise<void> {
  const bodies: unknown[] = [
    electronicOnly({ to: OTHER_CODE, ...about }),
    electronicOnly({ ...about, to: `${CODE.slice(0, -1)}I` }),
    electronicOnly({ ...about, wording: wordingOf(CANARIES.title, CANARIES.body) }),
    { ...electronicOnly(about), hub: { [CANARIES.field]: CANARIES.body } },
    { ...electronicOnly(about), externalId: { [CANARIES.field]: CODE } },
    { ...electronicOnly(about), sender: { serviceId: CANARIES.sender } },
  ];
  for (const road of Object.values(SENDING)) {
    for (const json of bodies) await city.call('POST', road, { json });
    await city.call('POST', road, { body: JSON.stringify(bodies[0]).slice(0, -2) });
    await city.call('POST', road, { body: `{"${CANARIES.field}":"${CODE}","${CANARIES.field}":1}` });
  }
  await ask(hub, 'POST', '/v1/token', { json: { username: CODE, password: CANARIES.password } });
  await ask(hub, 'GET', '/v2/events', { headers: { authorization: CANARIES.bearer } });
  await ask(hub, 'GET', '/me/v1/messages', { headers: { authorization: `Bearer ${CANARIES.bearer}` } });
  await city.call('GET', `/v1/messages/id?externalId=${CODE}`);
  await city.call('GET', `/v2/messages/${CODE}`);
  await city.call('GET', `/v2/events?continuationToken=${CODE}`);
  await city.call('GET', `/${CANARIES.path}/${CODE}?${CANARIES.path}=${CODE}`);
  const header = `Content-Disposition: form-data; name="file"; filename="${CANARIES.file}.exe"`;
  const body = multipart('b', [{ headers: [header], content: CANARIES.fileContent }]);
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  await city.call('POST', '/v2/attachments', { headers, body });
  await city.call('POST', '/v2/attachments', { headers, body: body.slice(0, 90) });
}

/** A document is gone from the disk: the hub finds itself at fault. */
async function aFault(): Promise<void> {
  const file = await city.upload({ name: `${CANARIES.file}.pdf` });
  await sandbox.person(CODE, { name: CANARIES.registerName, consent: { electronic: true, email: EMAIL } });
  const messageId = await city.send(SENDING.electronic, electronicOnly({ to: CODE, file, ...about }));
  await sandbox.settle();
  rmSync(join(hub.folder, 'documents'), { recursive: true });
  const person = await personAt(hub, CODE);
  const answer = await person.call('GET', `/me/v1/messages/${messageId}/attachments/${file}`);
  expect(answer).toMatchObject({ status: 502, json: { type: expect.any(String) } });
  expectNone(answer.text);
}

const anyAddress = { name: CANARIES.registerName, zipCode: '00100', city: 'HELSINKI', countryCode: 'FI' };

function textOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

function expectNone(text: string, canaries: readonly string[] = Object.values(CANARIES)): void {
  const found = canaries.filter((canary) => text.toLowerCase().includes(canary.toLowerCase()));
  expect(found).toEqual([]);
}

function allBut(...names: readonly (keyof typeof CANARIES)[]): string[] {
  return Object.entries(CANARIES).flatMap(([name, word]) => (names.some((each) => each === name) ? [] : [word]));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}

/** What lies on the disk under the stand-in for the database. */
function contentOfTables(): string {
  const folder = join(hub.folder, 'dynamodb');
  const paths = filesIn(folder).map((name) => join(folder, name));
  return paths.map((path) => (statSync(path).isFile() ? readFileSync(path, 'utf8') : '')).join('\n');
}

beforeAll(async () => {
  await lifeOfAMessage();
  await lifeAtOtherFronts();
  await everyRefusal();
});

describe('what is personal', () => {
  it('stands in no e-mail: neither in its subject nor in its text', async () => {
    const mails = await sandbox.emails();
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(
      new Set(['CONSENT_GIVEN', 'EMAIL_CHANGED', 'NEW', 'VERIFIABLE_NEW', 'CONSENT_WITHDRAWN']),
    );
    for (const { subject, text, html } of mails) expectNone([subject, text, html].join('\n'));
  });

  it('stands in no line the hub writes, at the most talkative level, even when it is at fault', async () => {
    await aFault();
    const output = hub.output();
    expect(output).toContain('"event":"request"');
    expect(output).toContain('"level":"error"');
    expectNone(output);
  });

  it('stands in no name of a file or a folder', () => {
    const names = filesIn(hub.folder);
    expect(names.length).toBeGreaterThan(10);
    expectNone(names.join('\n'));
  });

  it('stands in the clear in no table', () => {
    const tables = contentOfTables();
    expect(tables).toContain('hub-service-1');
    expectNone(tables, allBut('matter', 'reason', 'file'));
  });

  it('stands in no answer of the hub’s own front to the sender', async () => {
    const { events } = await city.eventsFrom();
    for (const messageId of new Set(events.map(({ metadata }) => metadata.messageId))) {
      const answer = await city.call('GET', `/hub/v1/messages/${messageId}`);
      expectNone(answer.text, allBut('matter', 'reason'));
    }
  });
});
