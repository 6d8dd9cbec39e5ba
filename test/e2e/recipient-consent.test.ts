import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { operatorAt } from '#test/builders/e2e-channel';
import { electronicOnly, identityCode, multichannel } from '#test/builders/e2e-bodies';
import { START, useHub } from '#test/builders/e2e-hub';
import { type Person, personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);
const born = { last: 0 };

/** A person nobody else in this file is, known to the register, without consent. */
async function somebody(): Promise<Person & { readonly id: string; readonly email: string }> {
  born.last += 1;
  const id = identityCode('150380', '-', 900 + born.last);
  const postalAddress = {
    name: `Henkilö ${born.last}`,
    streetAddress: 'Rekisterikatu 1',
    zipCode: '00500',
    city: 'HELSINKI',
    countryCode: 'FI',
  };
  await sandbox.person(id, { name: `Henkilö ${born.last}`, postalAddress });
  return { ...(await personAt(hub, id)), id, email: `henkilo${born.last}@example.fi` };
}

async function isActive(id: string): Promise<boolean> {
  const { json } = await city.call('POST', '/v1/mailboxes/active', { json: { endUsers: [{ id }] } });
  return JSON.stringify(json).includes(id);
}

/** Sends a message that may go either way. @returns the road it took and why */
async function roadOf(to: string) {
  const messageId = await city.send(SENDING.multichannel, multichannel({ to, file: await city.upload() }));
  await sandbox.settle();
  const { channel, reason } = (await city.show(messageId)).deliveries[0] ?? {};
  return [channel, reason];
}

describe('consent', () => {
  it('of a person who has never been here is none, and has an ETag', async () => {
    const person = await somebody();
    const { etag, ...consent } = await person.consent();
    expect(consent).toMatchObject({ electronic: false, version: 0 });
    expect(etag).toMatch(/^"\S+"$/);
  });

  it('is given and withdrawn with effect at once, for look-ups and for the next message', async () => {
    const person = await somebody();
    expect(await roadOf(person.id)).toEqual(['LETTER', 'NO_CONSENT']);

    const given = await person.consentTo({ electronic: true, email: person.email, language: 'fi' });
    expect(given).toMatchObject({
      electronic: true,
      email: person.email,
      language: 'fi',
      since: START,
      source: 'SELF',
    });
    expect(await isActive(person.id)).toBe(true);
    expect(await roadOf(person.id)).toEqual(['ELECTRONIC', 'CONSENT']);

    const withdrawn = await person.consentTo({ electronic: false, language: 'fi' });
    expect(withdrawn).toMatchObject({ electronic: false });
    expect(withdrawn).not.toHaveProperty('email');
    expect(await isActive(person.id)).toBe(false);
    expect(await roadOf(person.id)).toEqual(['LETTER', 'WITHDRAWN']);
    const electronic = await city.call('POST', SENDING.electronic, { json: electronicOnly({ to: person.id }) });
    expect(electronic.status).toBe(400);

    await person.consentTo({ electronic: true, email: person.email, language: 'fi' });
    expect(await roadOf(person.id)).toEqual(['ELECTRONIC', 'CONSENT']);
  });

  it('withdrawn after a message was accepted and before it was delivered sends it by letter', async () => {
    const person = await somebody();
    await person.consentTo({ electronic: true, email: person.email, language: 'fi' });
    const messageId = await city.send(SENDING.electronic, electronicOnly({ to: person.id }));
    await person.consentTo({ electronic: false, language: 'fi' });
    await sandbox.settle();
    expect(await city.typesAbout(messageId)).toEqual(['Paper mail created', 'Sent for printing and enveloping']);
    expect(await sandbox.letterOf(messageId)).toMatchObject({ address: { streetAddress: 'Rekisterikatu 1' } });
    expect(await person.lineOf(messageId)).toBeUndefined();
    expect((await sandbox.emails(person.email)).map(({ kind }) => kind)).not.toContain('NEW');
  });

  it('withdrawn leaves the messages that have come readable, and no more are told of', async () => {
    const person = await somebody();
    await person.consentTo({ electronic: true, email: person.email, language: 'fi' });
    const messageId = await city.send(SENDING.electronic, electronicOnly({ to: person.id }));
    await sandbox.settle();
    await person.consentTo({ electronic: false, language: 'fi' });
    await sandbox.settle();
    expect(await person.lineOf(messageId)).toMatchObject({ state: 'NEW' });
    expect(await person.open(messageId)).toMatchObject({ messageId });
  });

  it('is changed only by who has seen its present version', async () => {
    const person = await somebody();
    const { etag } = await person.consent();
    const json = { electronic: true, email: person.email, language: 'fi' };
    const put = async (headers: Record<string, string>) => person.call('PUT', '/me/v1/consent', { json, headers });

    expect(await put({})).toMatchObject({ status: 428, json: { type: expect.stringContaining('precondition') } });
    expect(await put({ 'if-match': '"999"' })).toMatchObject({ status: 412 });
    expect(await put({ 'if-match': 'nonsense' })).toMatchObject({ status: 412 });
    expect((await person.consent()).electronic).toBe(false);

    const first = await put({ 'if-match': etag });
    expect(first.status).toBe(200);
    expect(first.headers.get('etag')).toBe((await person.consent()).etag);
    expect(await put({ 'if-match': etag })).toMatchObject({ status: 412 });
  });

  it('changed twice at once is changed once', async () => {
    const person = await somebody();
    const headers = { 'if-match': (await person.consent()).etag };
    const answers = await Promise.all(
      [1, 2, 3].map(async (n) =>
        person.call('PUT', '/me/v1/consent', {
          json: { electronic: true, email: `${n}${person.email}`, language: 'fi' },
          headers,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it.each([
    ['without an address for notices', { electronic: true, language: 'fi' }],
    ['with an address that is none', { electronic: true, email: 'not an address', language: 'fi' }],
    ['with a header hidden in the address', { electronic: true, email: 'a@example.fi\r\nBcc: b@example.fi' }],
    ['with two addresses', { electronic: true, email: 'a@example.fi,b@example.fi', language: 'fi' }],
    ['in a language nobody has', { electronic: true, email: 'a@example.fi', language: 'se' }],
    ['without a word of it', { email: 'a@example.fi' }],
    ['with an unknown field', { electronic: false, language: 'fi', paper: true }],
  ])('can not be given %s', async (_, json) => {
    const person = await somebody();
    const { etag } = await person.consent();
    const answer = await person.call('PUT', '/me/v1/consent', { json, headers: { 'if-match': etag } });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: expect.any(String) }] } });
    expect(answer.text).not.toContain('example.fi');
    expect(await person.consent()).toMatchObject({ electronic: false, version: 0 });
  });
});

async function kindsTo(email: string): Promise<readonly string[]> {
  return (await sandbox.emails(email)).map(({ kind }) => kind);
}

describe('an e-mail about consent', () => {
  it('confirms a consent to the address it was given for', async () => {
    const person = await somebody();
    await person.consentTo({ electronic: true, email: person.email, language: 'sv' });
    await sandbox.settle();
    expect(await sandbox.emails(person.email)).toMatchObject([
      { kind: 'CONSENT_GIVEN', html: expect.stringContaining(`lang="sv"`) },
    ]);
  });

  it('carries the code that verifies the address, which the consent then says of itself', async () => {
    const person = await somebody();
    const verify = async (code: string) => person.call('POST', '/me/v1/consent/email-verification', { json: { code } });
    expect(await verify('12345678')).toMatchObject({
      status: 409,
      json: { type: expect.stringContaining('code-void') },
    });
    expect(await person.consentTo({ electronic: true, email: person.email, language: 'en' })).toMatchObject({
      emailVerified: false,
      legalBasis: expect.arrayContaining(['571/2016 § 11']),
    });
    await sandbox.settle();
    const [confirmation] = await sandbox.emails(person.email);
    const code = /giving the code (\d{8})/.exec(confirmation?.text ?? '')?.[1] ?? '';
    expect(await verify(code === '00000000' ? '00000001' : '00000000')).toMatchObject({ status: 422 });
    expect(await verify(code)).toMatchObject({ status: 200, json: { emailVerified: true, version: 2 } });
    expect(await person.call('POST', '/me/v1/consent/email-codes', { json: {} })).toMatchObject({ status: 409 });
    expect(await person.call('GET', '/me/v1/consent/history')).toMatchObject({
      json: {
        records: [
          { action: 'EMAIL_VERIFIED', by: { role: 'SELF' } },
          { action: 'GIVE', email: person.email },
        ],
      },
    });
  });

  it('tells of a change to the old address and to the new', async () => {
    const person = await somebody();
    const next = `uusi.${person.email}`;
    await person.consentTo({ electronic: true, email: person.email, language: 'fi' });
    await person.consentTo({ electronic: true, email: next, language: 'fi' });
    await sandbox.settle();
    expect(await kindsTo(person.email)).toEqual(['CONSENT_GIVEN', 'EMAIL_CHANGED']);
    expect(await kindsTo(next)).toEqual(['EMAIL_CHANGED']);
    const messageId = await city.send(SENDING.electronic, electronicOnly({ to: person.id }));
    await sandbox.settle();
    expect(await sandbox.emailAbout(messageId)).toMatchObject({ to: next, kind: 'NEW' });
  });

  it('tells of a withdrawal to the address held before it, even when another is named with it', async () => {
    const person = await somebody();
    const other = `muu.${person.email}`;
    await person.consentTo({ electronic: true, email: person.email, language: 'fi' });
    await person.consentTo({ electronic: false, email: other, language: 'fi' });
    await sandbox.settle();
    expect(await kindsTo(person.email)).toEqual(['CONSENT_GIVEN', 'CONSENT_WITHDRAWN']);
    expect(await kindsTo(other)).toEqual([]);
  });

  it('is not sent for a change of language alone', async () => {
    const person = await somebody();
    await person.consentTo({ electronic: true, email: person.email, language: 'fi' });
    await person.consentTo({ electronic: true, email: person.email, language: 'en' });
    await sandbox.settle();
    expect(await kindsTo(person.email)).toEqual(['CONSENT_GIVEN']);
    const messageId = await city.send(SENDING.electronic, electronicOnly({ to: person.id }));
    await sandbox.settle();
    expect((await sandbox.emailAbout(messageId)).subject).toBe('You have a new message');
  });

  it('that never arrives makes its address one that messages are not sent to', async () => {
    const person = await somebody();
    await person.consentTo({ electronic: true, email: person.email, language: 'fi' });
    await sandbox.settle();
    const [confirmation] = await sandbox.emails(person.email);
    await sandbox.bounce(confirmation?.emailId ?? '', 'hard');
    await sandbox.settle();
    expect(await roadOf(person.id)).toEqual(['LETTER', 'NO_EADDRESS']);
  });
});

describe('an offer of consent on a page of a service', () => {
  const asked = {
    serviceId: 'hub-service-1',
    returnUrl: 'https://asiointi.example.fi/hakemus?vaihe=3',
    language: 'en',
  };

  it('leads by a link to the choice, the electronic one first, and back', async () => {
    const person = await somebody();
    const { status, json } = await city.call('POST', '/hub/v1/consent-offers', { json: asked });
    expect(status).toBe(201);
    const link = new URL(z.object({ link: z.string() }).parse(json).link);
    expect(link.origin).toBe('https://viestit.example.fi');

    const path = `/me/v1/consent-offers/${link.searchParams.get('offer') ?? ''}`;
    const choices = (electronic: boolean) => [
      { channel: 'ELECTRONIC', text: 'Messages from authorities electronically', chosen: electronic },
      { channel: 'PAPER', text: 'Messages from authorities as letters', chosen: !electronic },
    ];
    const shown = await person.call('GET', path);
    expect(shown.json).toMatchObject({
      service: 'Early childhood education',
      authority: 'City of Example',
      returnUrl: asked.returnUrl,
      consent: { electronic: false, version: 0 },
      choices: choices(false),
    });

    await person.consentTo({ electronic: true, email: person.email, language: 'en' });
    expect((await person.call('GET', path)).json).toMatchObject({
      consent: { electronic: true },
      choices: choices(true),
    });
    expect((await person.call('GET', `${path}x`)).status).toBe(404);
  });

  it('is refused with the field and the rule for a host that is not registered', async () => {
    const wrong = { ...asked, returnUrl: 'https://evil.fi/' };
    const { status, json } = await city.call('POST', '/hub/v1/consent-offers', { json: wrong });
    expect([status, json]).toMatchObject([400, { errors: [{ pointer: '/returnUrl' }] }]);
  });
});

describe('an import of consents from another register', () => {
  const operator = operatorAt(hub);
  const row = (person: { readonly id: string; readonly email: string }) => ({
    id: person.id,
    electronic: true,
    email: person.email,
    givenAt: '2026-10-01T09:00:00.000Z',
    textVersion: '2024-03',
    source: 'AUTHORITY_MIGRATION',
    provenance: 'Kaupungin vanha suostumusrekisteri',
  });
  const bring = async (rows: readonly object[], query = '') =>
    operator.call('POST', `/hub/v1/consent-imports${query}`, { json: { rows } });

  it('is in force at once, told of where it comes from, and changes nothing when it is sent again', async () => {
    const person = await somebody();
    await bring([row(person)], '?dryRun=true');
    expect(await person.consent()).toMatchObject({ version: 0 });
    expect(await bring([row(person)])).toMatchObject({ status: 200, json: { entered: 1, errors: [] } });
    expect(await bring([row(person)])).toMatchObject({ status: 200, json: { entered: 0, unchanged: 1 } });
    expect(await person.consent()).toMatchObject({ electronic: true, version: 1, source: 'AUTHORITY_MIGRATION' });
    expect((await person.call('GET', '/me/v1/consent/history')).text).toContain('Kaupungin vanha suostumusrekisteri');
    expect(await roadOf(person.id)).toEqual(['ELECTRONIC', 'CONSENT']);
  });

  it('is refused as a whole by row, field and rule, and to everybody but the operator', async () => {
    const person = await somebody();
    expect(await bring([row(person), { ...row(person), id: '131052-308X' }])).toMatchObject({
      status: 422,
      json: { entered: 0, errors: [{ row: 1, pointer: '/rows/1/id' }] },
    });
    expect(await city.call('POST', '/hub/v1/consent-imports', { json: { rows: [] } })).toMatchObject({ status: 401 });
  });
});

describe('an opt-out under the draft reform (AC-38)', () => {
  it('sends letters to the last day of its six months, and ends when its holder is next identified', async () => {
    const person = await somebody();
    await sandbox.config({ ruleSet: 'fi-2026-draft' });
    await person.consentTo({ electronic: true, email: person.email, language: 'en' });
    expect(await person.consentTo({ electronic: false, language: 'en' })).toMatchObject({
      electronic: false,
      expires: '2027-05-23',
      legalBasis: ['HE 124/2025 vp'],
    });
    expect(await roadOf(person.id)).toEqual(['LETTER', 'OPTED_OUT']);

    await sandbox.moveTo('2027-05-24T08:00:00.000Z');
    expect(await roadOf(person.id)).toEqual(['LETTER', 'NOT_REACTIVATED']);
    const back = await personAt(hub, person.id);
    expect(await back.consent()).toMatchObject({ electronic: true, version: 3, email: person.email });
    expect(await roadOf(person.id)).toEqual(['ELECTRONIC', 'MAILBOX_ACTIVE']);
    expect((await kindsTo(person.email)).slice(0, 3)).toEqual(['CONSENT_GIVEN', 'MAILBOX_CLOSED', 'MAILBOX_REOPENED']);
    await sandbox.config({ ruleSet: 'fi-2016' });
    expect(await isActive(person.id)).toBe(false);
  });
});
