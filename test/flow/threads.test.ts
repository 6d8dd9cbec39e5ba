import { beforeEach, describe, expect, it } from 'vitest';
import { type MessageId, externalId, messageId } from '#shared/domain/message/ids';
import { HOUR, MINUTE, after, calendarDate } from '#shared/kernel/time';
import { COMPANY, NOON, PAULA, SERVICE, TESSA, address, electronicPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { acting, consenting, deliveryOf, done, factsOf, openWorld, send } from '#test/builders/world-people';

const WRITING = { title: 'Kysymys', body: 'Hei, milloin?', attachmentIds: [] };
const UNKNOWN = { ok: false, refusal: { kind: 'message-unknown' } };

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

async function arrived(part: Parameters<typeof send>[1] = {}): Promise<MessageId> {
  world.tick(MINUTE);
  const id = await send(world, part);
  await world.settle();
  return id;
}

async function write(writing: Partial<Parameters<typeof world.hub.write>[2]> = {}, code = TESSA) {
  world.tick(MINUTE);
  return world.hub.write(await acting(world, code), SERVICE, { ...WRITING, ...writing });
}

async function reply(to: MessageId): Promise<MessageId> {
  world.tick(MINUTE);
  return done(await world.hub.reply(await acting(world, TESSA), to, { body: 'Kiitos', attachmentIds: [] }));
}

async function sentBy(code = TESSA) {
  return world.hub.listSent(await acting(world, code), { limit: 50 });
}

const shown = async (id: MessageId, code = TESSA) => world.hub.showSent(await acting(world, code), id);
const threadOf = async (root: MessageId, code = TESSA) => world.hub.showThread(await acting(world, code), root);

describe('what somebody has sent', () => {
  it('is listed, the newest first, under whom it went to', async () => {
    const first = done(await write());
    const second = done(await write({ title: 'Toinen' }));
    expect((await sentBy()).lines).toMatchObject([
      { messageId: second, title: 'Toinen', service: { name: { fi: 'Varhaiskasvatus' } } },
      { messageId: first, title: 'Kysymys', authority: { name: { fi: 'Esimerkkikaupunki' } } },
    ]);
  });

  it('is listed without what broke off before it arrived', async () => {
    const { deliveries } = world.ports;
    world.restart((ports) => ({
      ...ports,
      deliveries: { ...deliveries, create: () => Promise.reject(new Error('x')) },
    }));
    await expect(write()).rejects.toThrow('x');
    expect((await sentBy()).lines).toEqual([]);
  });

  it('is shown to who sent it, with the receipt, and to nobody else', async () => {
    const id = done(await write());
    expect(done(await shown(id))).toMatchObject({
      content: { title: 'Kysymys', body: 'Hei, milloin?' },
      receipt: { arrivedAt: after(NOON, MINUTE), basis: 'AVAILABLE' },
    });
    await consenting(world, PAULA, 'paula@example.fi');
    expect(await shown(id, PAULA)).toEqual(UNKNOWN);
    expect(await shown(messageId.parse(404))).toEqual(UNKNOWN);
    expect(await shown(await arrived())).toEqual(UNKNOWN);
  });

  it('for a business is the business’s', async () => {
    const representatives = [{ id: TESSA, role: 'PRESIDENT' }];
    const company = { name: 'Kuljetus Oy', kind: 'COMPANY' as const, postalAddress: address(), representatives };
    await world.ports.entry.enterBusiness(COMPANY, company);
    const person = await acting(world, TESSA, COMPANY);
    const id = done(await world.hub.write(person, SERVICE, WRITING));
    expect(await world.hub.showSent(await acting(world, TESSA, COMPANY), id)).toMatchObject({ ok: true });
    expect(await shown(id)).toEqual(UNKNOWN);
  });
});

describe('a conversation', () => {
  it('shows what was received and sent in order, and opens nothing', async () => {
    const root = await arrived();
    const first = await reply(root);
    const inReplyToMessageId = first;
    const answer = await arrived({
      externalId: externalId.parse('asia-2'),
      electronic: electronicPart({ title: 'Vastaus', inReplyToMessageId }),
    });
    const thanks = await reply(answer);
    expect(done(await threadOf(root))).toMatchObject([
      { messageId: root, direction: 'RECEIVED', state: 'NEW' },
      { messageId: first, direction: 'SENT' },
      { messageId: answer, direction: 'RECEIVED', title: 'Vastaus', state: 'NEW' },
      { messageId: thanks, direction: 'SENT', service: { name: { fi: 'Varhaiskasvatus' } } },
    ]);
    expect(await factsOf(world, root)).not.toContain('OPENED');
  });

  it('begins with one’s own message where that came first', async () => {
    const own = done(await write());
    const answer = await arrived({ electronic: electronicPart({ inReplyToMessageId: own }) });
    expect(done(await threadOf(own))).toMatchObject([{ messageId: own }, { messageId: answer }]);
    const { recipientId } = await acting(world, TESSA);
    const list = recipientId && (await world.hub.listMailbox(recipientId, { limit: 5 }));
    expect(list).toMatchObject({ lines: [{ messageId: answer, rootMessageId: own }] });
  });

  it('of somebody else is like none at all', async () => {
    const own = done(await write());
    await consenting(world, PAULA, 'paula@example.fi');
    expect(await threadOf(own, PAULA)).toEqual(UNKNOWN);
    expect(await threadOf(messageId.parse(404))).toEqual(UNKNOWN);
  });
});

describe('the receipt of an answer', () => {
  const answerBy = { lastDay: calendarDate.parse('2026-11-23'), setBy: 'AUTHORITY' } as const;

  it('says that it came in time, or late', async () => {
    const asked = await arrived({ hub: { answerBy } });
    const early = await reply(asked);
    world.tick(12 * HOUR);
    const late = await reply(asked);
    expect(done(await shown(early)).receipt.deadline).toMatchObject({ lastDay: '2026-11-23', inTime: true });
    expect(done(await shown(late)).receipt.deadline).toMatchObject({ inTime: false });
  });
});

describe('a message that an outage kept back', () => {
  const sentDuring = { sentAt: after(NOON, -HOUR) };
  const declare = async (endedAt?: typeof NOON) =>
    world.hub.declareOutage({
      outageId: 'katko-1',
      scope: 'viestit',
      startedAt: after(NOON, -2 * HOUR),
      endedAt,
      prolonged: false,
    });

  it('arrives when it was sent, with the outage on record', async () => {
    await declare();
    const id = done(await write({ sentDuring }));
    expect(done(await shown(id)).receipt).toMatchObject({ arrivedAt: sentDuring.sentAt, basis: 'SENT_IN_OUTAGE' });
    expect((await deliveryOf(world, id)).facts).toMatchObject([
      { type: 'RECEIVED', at: after(NOON, MINUTE), sentAt: sentDuring.sentAt, outageId: 'katko-1' },
    ]);
  });

  it('names the outage where that is over', async () => {
    await declare(after(NOON, -MINUTE));
    const named = { ...sentDuring, outageId: 'katko-1' };
    expect(done(await shown(done(await write({ sentDuring: named })))).receipt.arrivedAt).toBe(sentDuring.sentAt);
  });

  it.each([
    ['no outage was declared', after(NOON, -HOUR), false],
    ['the outage had not begun', after(NOON, -3 * HOUR), true],
    ['the time is still to come', after(NOON, HOUR), true],
  ])('is refused by name where %s', async (_, sentAt, isDeclared) => {
    if (isDeclared) await declare();
    expect(await write({ sentDuring: { sentAt } })).toMatchObject({
      refusal: { kind: 'body-refused', problems: [{ field: 'sentDuring.sentAt' }] },
    });
  });
});
