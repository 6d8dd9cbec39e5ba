import { beforeAll, describe, expect, it } from 'vitest';
import { type MessageId, deliveryIdOf, externalId, letterIdOf, proofId } from '#shared/domain/message/ids';
import { TABLES } from '#shared/contracts/tables';
import type { Submission } from '#shared/domain/intake/check-submission';
import type { MatterWish } from '#shared/flow/consent/change-matter';
import { DAY, MINUTE, calendarDate } from '#shared/kernel/time';
import { PNG } from '#test/builders/domain-scans';
import {
  COMPANY,
  KALLE,
  OTHER_SERVICE,
  PAULA,
  SERVICE,
  TENANT,
  TESSA,
  address,
  electronicPart,
  paperPart,
} from '#test/builders/messages';
import { dynamoForThisFile, everyItem } from '#test/builders/stores-dynamo';
import type { World } from '#test/builders/world';
import {
  acting,
  choose,
  done,
  letters,
  mailboxOf,
  noticesOf,
  openWorld,
  owesNow,
  send,
  upload,
} from '#test/builders/world-people';

/** What must never be seen outside a seal: one word for each kind of personal thing. */
const CANARIES = {
  title: 'Otsikkokanaria',
  body: 'Leipätekstikanaria',
  filename: 'tiedostokanaria',
  name: 'Nimikanaria',
  street: 'Katukanaria',
  email: 'sahkopostikanaria',
  newEmail: 'uusikanaria',
  signer: 'Kuittaajakanaria',
  reply: 'Vastauskanaria',
  matter: 'ASIAKANARIA/1',
  process: 'prosessikanaria',
  holder: 'Haltijakanaria',
  request: 'Pyyntökanaria',
  extension: 'Jatkokanaria',
  transfer: 'Siirtokanaria',
  hold: 'Pitokanaria',
  decider: 'Päättäjäkanaria',
  finding: 'Toteamakanaria',
  official: 'Virkakanaria',
  written: 'Kirjekanaria',
  holderEmail: 'haltijanosoitekanaria',
  code: TESSA,
  otherCode: KALLE,
  holderCode: PAULA,
  business: COMPANY,
};

/** Attributes that keys and indexes are made of. */
const KEYS = Object.values<Table>(TABLES).flatMap(({ indexes }) => [
  'pk',
  'sk',
  ...indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
]);

interface Table {
  readonly indexes: readonly { readonly partitionKey: string; readonly sortKey: string }[];
}

const dynamo = dynamoForThisFile();
let world: World;

const home = address({ name: `Tessa ${CANARIES.name}`, streetAddress: `${CANARIES.street} 1` });

async function bounce(id: MessageId, outcome: 'soft' | 'hard'): Promise<void> {
  const notice = noticesOf(world, id).at(-1)?.attempt;
  if (notice) done(await world.hub.recordNoticeEvent({ deliveryId: deliveryIdOf(id, 1), notice, outcome }));
  await world.moveBy(16 * MINUTE);
}

async function sendTo(code: string, external: string, hub?: Submission['hub']): Promise<MessageId> {
  const file = await upload(world, { filename: `${CANARIES.filename}.pdf`, text: `%PDF-1.7 ${CANARIES.body}` });
  const id = await send(world, {
    externalId: externalId.parse(external),
    recipient: { id: code },
    hub,
    electronic: electronicPart({
      title: CANARIES.title,
      body: `${CANARIES.body} on pitkä virke.`,
      messageServiceType: 'Verifiable',
      attachments: [{ attachmentId: file }],
    }),
    paperMail: paperPart(file, { recipient: { address: home }, messageServiceType: 'Verifiable' }),
  });
  await world.settle();
  return id;
}

/** What the person chooses and asks for, and who acts for the person. */
async function lifeOfAPerson(): Promise<void> {
  const tessa = await acting(world, TESSA);
  const matter = { serviceId: SERVICE, matterId: CANARIES.matter };
  const noticeEmail = `${CANARIES.process}@example.fi`;
  const mailbox: MatterWish = { kind: 'PROCESS_ADDRESS', processAddress: { type: 'MESSAGES', noticeEmail } };
  done(await world.hub.setMatter(tessa, matter, { wish: mailbox, language: 'fi' }));
  await sendTo(TESSA, 'asia-4', { matterId: CANARIES.matter });
  const holder = { id: PAULA, name: `Paula ${CANARIES.holder}` };
  const scope = { type: 'MATTERS' as const, matters: [matter] };
  const wished = { holder, scope, themes: ['MAILBOX' as const], mayReceiveService: true };
  const { mandate } = done(await world.hub.giveMandate(tessa, wished));
  done(await world.hub.answerMandate(await acting(world, PAULA), mandate.mandateId, 'ACCEPT'));
  const agent = await acting(world, PAULA, TESSA);
  await world.hub.listAs(agent, { limit: 50, search: { folder: 'INBOX', title: CANARIES.title } });
  await world.hub.countUnread(agent);
  await sendTo(TESSA, 'asia-5', { matterId: CANARIES.matter });
  const asked = { authorityId: TENANT, serviceId: SERVICE, what: CANARIES.request, language: 'fi' as const };
  const { request } = done(await world.hub.requestData(tessa, asked));
  done(await world.hub.extend(TENANT, request.requestId, CANARIES.extension));
  done(await world.hub.askForCode(tessa));
  await world.settle();
  await world.hub.verifyEmail(tessa, '00000000');
}

/** What authorities and officials decide and enter. */
async function lifeOfAnAuthority(): Promise<void> {
  const tessa = await acting(world, TESSA);
  const writing = { title: CANARIES.written, body: CANARIES.written, attachmentIds: [] };
  const written = done(await world.hub.write(tessa, SERVICE, writing));
  await world.settle();
  const order = { toServiceId: OTHER_SERVICE, reason: CANARIES.transfer };
  done(await world.hub.transferInbound({ tenantId: TENANT, messageId: written }, order));
  const why = { reason: CANARIES.hold, decidedBy: CANARIES.decider };
  done(await world.hub.legalHold.enter({ tenantId: TENANT }, 'juttu-1', { matterId: CANARIES.matter, ...why }));
  const [from, to] = [calendarDate.parse('2026-11-01'), calendarDate.parse('2027-11-01')];
  const granted = { matterId: CANARIES.matter, from, to, ground: 'INDIVIDUAL_REASON' as const };
  await world.hub.grant(TENANT, 'lupa-1', { ...granted, recipientId: COMPANY, decidedBy: CANARIES.decider });
  const told = await sendTo(KALLE, 'asia-6');
  const spoken = { tenantId: TENANT, messageId: told, deliveryId: deliveryIdOf(told, 1) };
  const closing = { evidence: 'PROCESS_SERVER' as const, date: from, note: CANARIES.finding };
  done(await world.hub.close(spoken, { ...closing, date: calendarDate.parse(world.now().slice(0, 10)) }));
  const seenVersion = (await world.hub.consentOf(tessa.recipientId)).version;
  const official = { ...tessa, actor: { role: 'OFFICIAL', assurance: 'HIGH' } as const, reason: CANARIES.official };
  done(await world.hub.setConsent(official, { electronic: false, language: 'fi', seenVersion }));
  done(await world.hub.eraseOwnData(tessa, { withdrawConsent: true }));
  await world.settle();
}

/** Everything the hub does, done once with canaries in it. */
beforeAll(async () => {
  world = await openWorld({ stores: await dynamo.fresh(), feedLanes: 2 });
  await world.ports.entry.enterPerson(PAULA, { name: `Paula ${CANARIES.holder}`, postalAddress: home });
  const president = [{ id: PAULA, role: 'PRESIDENT' }];
  await world.ports.entry.enterBusiness(COMPANY, { name: CANARIES.name, kind: 'COMPANY', representatives: president });
  for (const code of [TESSA, KALLE])
    await world.ports.entry.enterPerson(code, { name: `Tessa ${CANARIES.name}`, postalAddress: home });
  await choose(world, TESSA, { electronic: true, email: `${CANARIES.email}@example.fi` });
  await world.settle();

  const id = await sendTo(TESSA, 'asia-1');
  const tessa = await acting(world, TESSA);
  done(await world.hub.acknowledge(tessa, id));
  done(await world.hub.openMessage(tessa, id));
  await mailboxOf(world);
  const owner = { type: 'recipient' as const, recipientId: tessa.recipientId ?? failed() };
  const file = await upload(world, { filename: `${CANARIES.filename}.txt`, text: CANARIES.reply, owner });
  done(await world.hub.reply(tessa, id, { body: CANARIES.reply, attachmentIds: [file] }));
  done(await world.hub.write(tessa, SERVICE, { title: CANARIES.reply, body: CANARIES.reply, attachmentIds: [] }));

  await choose(world, TESSA, { electronic: true, email: `${CANARIES.newEmail}@example.fi` });
  const fallen = await sendTo(TESSA, 'asia-2');
  await bounce(fallen, 'soft');
  await bounce(fallen, 'hard');
  await sendTo(KALLE, 'asia-3');
  const letter = letterIdOf(deliveryIdOf(fallen, 1), 2);
  const at = world.now();
  const postedOn = calendarDate.parse(at.slice(0, 10));
  done(await world.hub.recordPostalEvent(letter, { type: 'POSTED', eventId: 'e1', at, postedOn }));
  const signer = `Kalle ${CANARIES.signer}`;
  done(await world.hub.recordPostalEvent(letter, { type: 'RECEIPT_SIGNED', eventId: 'e2', at, signer }));
  const bytes = Buffer.concat([PNG, Buffer.from(signer)]);
  done(await world.hub.attachProof(letter, proofId.parse('scan-1'), { mediaType: 'image/png', bytes }));
  await choose(world, PAULA, { electronic: true, email: `${CANARIES.holderEmail}@example.fi` });
  await choose(world, TESSA, { electronic: true, email: `${CANARIES.email}@example.fi` });
  await lifeOfAPerson();
  await lifeOfAnAuthority();
  await upload(world);
  await world.moveBy(2 * DAY);
});

/** Names of the canaries a text holds. */
function seenIn(text: string): string[] {
  const lower = text.toLowerCase();
  return Object.entries(CANARIES).flatMap(([name, canary]) => (lower.includes(canary.toLowerCase()) ? [name] : []));
}

/** What the items are, by the beginning of their keys. */
function placesOf(found: readonly { readonly item: Record<string, unknown> }[]): string[] {
  return [...new Set(found.map(({ item }) => String(item['sk']).replace(/#.*/, '')))].toSorted();
}

const asText = (item: object) =>
  JSON.stringify(item, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );

describe('after everything the hub does, nothing personal stands', () => {
  it('in anything but a run that did it all', async () => {
    expect(world.faults).toEqual([]);
    expect((await letters(world)).length).toBeGreaterThanOrEqual(3);
    expect(new Set(world.nudger.all.map(({ step }) => step)).size).toBeGreaterThanOrEqual(7);
    expect(new Set(world.mailer.sent.map(({ notice }) => notice.kind)).size).toBeGreaterThanOrEqual(7);
    expect(await owesNow(world)).toBe(false);
  });

  it('on a queue', () => {
    expect(seenIn(JSON.stringify(world.nudger.all))).toEqual([]);
  });

  it('in a key of a table or an index', async () => {
    const items = await everyItem(dynamo.client());
    const keys = items.map((item) => KEYS.map((name) => item[name]));
    expect(items.length).toBeGreaterThan(25);
    expect(seenIn(JSON.stringify(keys))).toEqual([]);
  });

  it('in the clear in a table, but for the names of uploaded files and of matters', async () => {
    const items = (await everyItem(dynamo.client())).map((item) => ({ item, seen: seenIn(asText(item)) }));
    expect(new Set(items.flatMap(({ seen }) => seen))).toEqual(new Set(['filename', 'matter']));
    expect(placesOf(items.filter(({ seen }) => seen.includes('filename')))).toEqual(['attachment']);
    const named = items.filter(({ seen }) => seen.includes('matter'));
    expect(placesOf(named)).toEqual(['exception', 'given', 'message']);
  });

  it('in the key of a document', () => {
    expect(world.documents.keys.size).toBeGreaterThan(5);
    expect(seenIn([...world.documents.keys].join('\n'))).toEqual([]);
  });

  it('in an e-mail, but for the address it goes to', () => {
    const mails = world.mailer.sent.map(({ notice, attempt, about }) => ({ notice, attempt, about }));
    expect(seenIn(JSON.stringify(mails))).toEqual([]);
    expect(new Set(world.mailer.sent.map(({ to }) => to)).size).toBe(4);
  });
});

function failed(): never {
  throw new Error('nobody is known by that code');
}
