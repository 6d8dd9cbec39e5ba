import { beforeEach, describe, expect, it } from 'vitest';
import { findIdentity, findWords } from '#shared/flow/delivery/read-content';
import { DAY, calendarDate } from '#shared/kernel/time';
import { letterIdOf, deliveryIdOf, type MessageId, externalId } from '#shared/domain/message/ids';
import {
  PAULA,
  SENDER,
  SERVICE,
  STRANGER,
  TENANT,
  TESSA,
  electronicPart,
  paperPart,
  submission,
} from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { evidenceOf, verdictOn } from '#test/builders/world-evidence';
import {
  acting,
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  openWorld,
  send,
  upload,
} from '#test/builders/world-people';
import { dayOf, filesLeft, storedMessage } from '#test/builders/world-retention';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});

/** Electronic with a file, opened the day it came: 23 November 2026. */
async function read(): Promise<MessageId> {
  await consenting(world);
  const file = await upload(world);
  const id = await send(world, { electronic: electronicPart({ attachments: [{ attachmentId: file }] }) });
  await world.settle();
  done(await world.hub.openMessage(await acting(world, TESSA), id));
  await world.settle();
  return id;
}

const isWhole = async (id: MessageId) => (await storedMessage(world, id)).sealedContent !== undefined;

async function posted(): Promise<MessageId> {
  const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
  await world.settle();
  const letter = letterIdOf(deliveryIdOf(id, 1), 1);
  const at = world.now();
  done(
    await world.hub.recordPostalEvent(letter, {
      type: 'POSTED',
      eventId: 'e1',
      at,
      postedOn: calendarDate.parse('2026-11-23'),
    }),
  );
  await world.settle();
  return id;
}

describe('a conversation', () => {
  const WRITING = { body: 'Kiitos', attachmentIds: [] };

  it('ends with its messages: nothing is left of their lines, turns and deletion', async () => {
    await consenting(world);
    const tessa = async () => acting(world, TESSA);
    const own = done(await world.hub.write(await tessa(), SERVICE, { ...WRITING, title: 'Kysymys' }));
    const id = await send(world, { electronic: electronicPart({ inReplyToMessageId: own }) });
    await world.settle();
    done(await world.hub.openMessage(await tessa(), id));
    done(await world.hub.reply(await tessa(), id, WRITING));
    done(await world.hub.deleteMessage(await tessa(), id));
    const { recipientId } = await tessa();
    if (!recipientId) throw new Error('nobody is known by that code');
    const { correspondence, trash } = world.ports;
    expect(await correspondence.turns(recipientId, own, 10)).toHaveLength(3);
    await world.moveTo(dayOf('2028-12-31'));
    expect(await correspondence.turns(recipientId, own, 10)).toEqual([]);
    expect(await correspondence.sent(recipientId, { limit: 10 })).toEqual([]);
    expect(await trash.read(recipientId, id)).toBeUndefined();
    expect(await world.hub.showSent(await tessa(), own)).toMatchObject({ ok: false });
    expect(world.faults).toEqual([]);
  });
});

describe('a message in the mailbox', () => {
  it('is whole to the last day of the two years after it was served, and gone on the next', async () => {
    const id = await read();
    const served = (await deliveryOf(world, id)).facts;
    await world.moveTo(dayOf('2027-11-30'));
    expect((await factsOf(world, id)).at(-1)).toBe('SERVED');
    expect(served.length).toBeGreaterThan(3);
    await world.moveTo(dayOf('2028-11-26', '23:59'));
    expect(await world.hub.openMessage(await acting(world, TESSA), id)).toMatchObject({ ok: true });
    await world.moveTo(dayOf('2028-11-27', '09:00'));
    const message = await storedMessage(world, id);
    expect(message.sealedContent).toBeUndefined();
    expect(await findWords(world.ports.sealer, message)).toBeUndefined();
    expect(await findIdentity(world.ports.sealer, message)).toBeUndefined();
    expect(message.erased).toMatchObject({ documents: [expect.any(String)] });
    expect(message.erased?.files).toBeUndefined();
    expect(await filesLeft(world)).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  it('answers its recipient like none at all, once it is over', async () => {
    const id = await read();
    await world.moveTo(dayOf('2028-12-01'));
    const tessa = await acting(world, TESSA);
    const unknown = { ok: false, refusal: { kind: 'message-unknown' } };
    expect(await world.hub.openMessage(tessa, id)).toEqual(unknown);
    expect(await world.hub.acknowledge(tessa, id)).toEqual(unknown);
    expect(await world.hub.reply(tessa, id, { body: 'Vastaus', attachmentIds: [] })).toEqual(unknown);
    expect(tessa.recipientId && (await world.hub.listMailbox(tessa.recipientId, { limit: 10 })).lines).toEqual([]);
  });

  it('keeps its slot: the same external id is a repeat, and another body for it still is another', async () => {
    const id = await read();
    await world.moveTo(dayOf('2028-12-01'));
    const again = await world.hub.acceptMessage(SENDER, submission());
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'duplicate', messageId: id, differs: true } });
  });

  it('keeps its proof, which verifies as it did', async () => {
    const id = await read();
    await world.moveBy(4 * DAY);
    await world.hub.sealEvidence();
    const before = verdictOn(await evidenceOf(world, id));
    await world.moveTo(dayOf('2028-12-01'));
    expect((await storedMessage(world, id)).erased).toBeDefined();
    expect(verdictOn(await evidenceOf(world, id))).toEqual(before);
    expect(before[0]).toBe('INTACT AND SEALED');
  });
});

describe('a file of two messages', () => {
  it('goes with the last of them', async () => {
    await consenting(world);
    const file = await upload(world);
    const electronic = electronicPart({ attachments: [{ attachmentId: file }] });
    const first = await send(world, { electronic });
    await world.moveBy(DAY / 2);
    const second = await send(world, { electronic, externalId: externalId.parse('asia-2') });
    await world.settle();
    await world.moveTo(dayOf('2026-12-24'));
    const spoken = { tenantId: TENANT, messageId: second, deliveryId: deliveryIdOf(second, 1) };
    done(await world.hub.rebut(spoken, { servedOn: calendarDate.parse('2026-12-20'), reason: 'Myöhemmin' }));
    await world.moveTo(dayOf('2028-12-01'));
    expect([await isWhole(first), await isWhole(second)]).toEqual([false, true]);
    expect(await filesLeft(world)).toHaveLength(1);
    await world.moveTo(dayOf('2029-01-01'));
    expect([await isWhole(second), await filesLeft(world)]).toEqual([false, []]);
    expect(await world.ports.attachments.read(file)).toBeUndefined();
  });
});

describe('what a person wrote', () => {
  it('ends two years after it came, with its files, and leaves that it came', async () => {
    await consenting(world);
    const tessa = await acting(world, TESSA);
    const owner = { type: 'recipient' as const, recipientId: tessa.recipientId ?? world.ports.ids.recipient() };
    const file = await upload(world, { owner });
    const id = done(await world.hub.write(tessa, SERVICE, { title: 'Kysymys', body: 'Teksti', attachmentIds: [file] }));
    await world.moveTo(dayOf('2028-11-23', '23:59'));
    expect((await world.ports.inbound.read(id))?.sealedContent).toBeDefined();
    await world.moveTo(dayOf('2028-11-24', '09:00'));
    expect(await world.ports.inbound.read(id)).toMatchObject({ erased: { documents: [expect.any(String)] } });
    expect((await world.ports.inbound.read(id))?.sealedContent).toBeUndefined();
    expect(await filesLeft(world)).toEqual([]);
    expect(await factsOf(world, id)).toEqual(['RECEIVED']);
    expect(world.faults).toEqual([]);
  });
});

describe('a letter', () => {
  it('leaves the shelf with its pages and its address', async () => {
    const id = await posted();
    await world.moveTo(dayOf('2028-11-30', '23:00'));
    expect(await letters(world)).toHaveLength(1);
    await world.moveTo(dayOf('2028-12-01', '09:00'));
    expect(await letters(world)).toEqual([]);
    expect(await filesLeft(world)).toEqual([]);
    expect((await deliveryOf(world, id)).keeping).toMatchObject({ proofUntil: '2036-11-30T22:00:00.000Z' });
    expect(world.faults).toEqual([]);
  });

  it('that nobody ever reported posted never ends', async () => {
    const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
    await world.moveTo(dayOf('2046-01-01'));
    expect((await storedMessage(world, id)).sealedContent).toBeDefined();
    expect(await letters(world)).toHaveLength(1);
  });
});

describe('the proof of a service', () => {
  it('ends by itself after the longest time the operator keeps one, and leaves the links of its chain', async () => {
    const id = await read();
    await world.moveBy(4 * DAY);
    await world.hub.sealEvidence();
    const { facts } = await deliveryOf(world, id);
    await world.moveTo(dayOf('2036-11-26', '23:00'));
    expect((await deliveryOf(world, id)).facts).toHaveLength(facts.length);
    await world.moveTo(dayOf('2036-11-27', '09:00'));
    const left = await deliveryOf(world, id);
    expect(left.facts).toEqual([]);
    expect(left.recipientId).toBeUndefined();
    expect(left.keeping?.proof?.links).toEqual(facts.map(({ type, at, hash }) => ({ type, at, hash })));
    expect(await world.ports.index.earliest()).toBeUndefined();
    expect(world.faults).toEqual([]);
  });

  it('still verifies by what is left of it', async () => {
    const id = await read();
    await world.moveBy(4 * DAY);
    await world.hub.sealEvidence();
    await world.moveTo(dayOf('2037-01-01'));
    const bundle = await evidenceOf(world, id);
    expect(verdictOn(bundle)[0]).toBe('INTACT AND SEALED');
    expect(verdictOn(bundle).join()).toContain('what they said is erased');
    const [delivery] = bundle.deliveries;
    const cut = { ...bundle, deliveries: [{ ...delivery, facts: delivery?.facts.slice(1) }] };
    expect(verdictOn(cut)[0]).toBe('BROKEN');
  });

  it('is shown to its sender as what it was', async () => {
    const id = await read();
    await world.moveTo(dayOf('2037-01-01'));
    const shown = done(await world.hub.showMessage.byId(TENANT, id));
    expect(shown).toMatchObject({ state: 'SERVED', message: { erased: { proofEndedAt: expect.any(String) } } });
    expect(await world.hub.showMessage.byId(STRANGER.tenantId, id)).toMatchObject({ ok: false });
  });
});
