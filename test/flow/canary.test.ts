import { beforeAll, describe, expect, it } from 'vitest';
import { type MessageId, deliveryIdOf, externalId, letterIdOf } from '#shared/domain/message/ids';
import { DAY, MINUTE, calendarDate } from '#shared/kernel/time';
import { KALLE, SERVICE, TESSA, address, electronicPart, paperPart } from '#test/builders/messages';
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
  code: TESSA,
  otherCode: KALLE,
};

/** Attributes that keys and indexes are made of. */
const KEYS = ['pk', 'sk', 'wakeShard', 'wakeAt', 'shelf', 'shelvedAt'];

const dynamo = dynamoForThisFile();
let world: World;

const home = address({ name: `Tessa ${CANARIES.name}`, streetAddress: `${CANARIES.street} 1` });

async function bounce(id: MessageId, outcome: 'soft' | 'hard'): Promise<void> {
  const notice = noticesOf(world, id).at(-1)?.attempt;
  if (notice) done(await world.hub.recordNoticeEvent({ deliveryId: deliveryIdOf(id, 1), notice, outcome }));
  await world.moveBy(16 * MINUTE);
}

async function sendTo(code: string, external: string): Promise<MessageId> {
  const file = await upload(world, { filename: `${CANARIES.filename}.pdf`, text: `%PDF-1.7 ${CANARIES.body}` });
  const id = await send(world, {
    externalId: externalId.parse(external),
    recipient: { id: code },
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

/** Everything the hub does, done once with canaries in it. */
beforeAll(async () => {
  world = await openWorld({ stores: await dynamo.fresh(), feedLanes: 2 });
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
  await choose(world, TESSA, { electronic: false });
  await upload(world);
  await world.moveBy(2 * DAY);
});

/** Names of the canaries a text holds. */
function seenIn(text: string): string[] {
  const lower = text.toLowerCase();
  return Object.entries(CANARIES).flatMap(([name, canary]) => (lower.includes(canary.toLowerCase()) ? [name] : []));
}

const asText = (item: object) =>
  JSON.stringify(item, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );

describe('after everything the hub does, nothing personal stands', () => {
  it('in anything but a run that did it all', async () => {
    expect(world.faults).toEqual([]);
    expect(await letters(world)).toHaveLength(2);
    expect(new Set(world.nudger.all.map(({ step }) => step)).size).toBeGreaterThanOrEqual(5);
    expect(world.mailer.sent.length).toBeGreaterThanOrEqual(6);
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

  it('in the clear in a table, but for the names of uploaded files', async () => {
    const items = await everyItem(dynamo.client());
    const files = items.filter(({ sk }) => sk === 'attachment');
    expect(items.filter((item) => !files.includes(item)).flatMap((item) => seenIn(asText(item)))).toEqual([]);
    expect(new Set(files.flatMap((item) => seenIn(asText(item))))).toEqual(new Set(['filename']));
  });

  it('in the key of a document', () => {
    expect(world.documents.keys.size).toBeGreaterThan(5);
    expect(seenIn([...world.documents.keys].join('\n'))).toEqual([]);
  });

  it('in an e-mail, but for the address it goes to', () => {
    const mails = world.mailer.sent.map(({ notice, attempt, about }) => ({ notice, attempt, about }));
    expect(seenIn(JSON.stringify(mails))).toEqual([]);
    expect(new Set(world.mailer.sent.map(({ to }) => to)).size).toBe(2);
  });
});

function failed(): never {
  throw new Error('nobody is known by that code');
}
