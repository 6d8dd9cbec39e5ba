import { beforeEach, describe, expect, it } from 'vitest';
import type { MailboxSearch } from '#shared/domain/mailbox/search';
import { type MessageId, externalId, messageId } from '#shared/domain/message/ids';
import { momentOn } from '#shared/kernel/calendar';
import { DAY, MINUTE, calendarDate } from '#shared/kernel/time';
import { OTHER_SERVICE, PAULA, STRANGER, TESSA, electronicPart, submission } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  acting,
  consenting,
  deliveryOf,
  done,
  factsOf,
  mailboxOf,
  openWorld,
  send,
  withdraw,
} from '#test/builders/world-people';

const UNKNOWN = { ok: false, refusal: { kind: 'message-unknown' } };
const VERIFIABLE = electronicPart({ messageServiceType: 'Verifiable' });

let world: World;
let sent = 0;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
  sent = 0;
});

async function arrived(title?: string, part: Parameters<typeof send>[1] = {}): Promise<MessageId> {
  sent += 1;
  const electronic = title === undefined ? {} : { electronic: electronicPart({ title }) };
  const id = await send(world, { externalId: externalId.parse(`asia-${sent}`), ...electronic, ...part });
  await world.settle();
  world.tick(MINUTE);
  return id;
}

async function fromAgency(title: string): Promise<MessageId> {
  const electronic = electronicPart({ title });
  const id = done(await world.hub.acceptMessage(STRANGER, submission({ serviceId: OTHER_SERVICE, electronic })));
  await world.settle();
  return id;
}

async function pageOf(search: Partial<MailboxSearch>, page: { after?: string; limit?: number } = {}) {
  const { recipientId } = await acting(world, TESSA);
  if (!recipientId) throw new Error('nobody is known by that code');
  return world.hub.listMailbox(recipientId, { limit: 50, ...page, search: { folder: 'INBOX', ...search } });
}

const found = async (search: Partial<MailboxSearch>) => (await pageOf(search)).lines.map(({ messageId: id }) => id);
const remove = async (id: MessageId, code = TESSA) => world.hub.deleteMessage(await acting(world, code), id);
const restore = async (id: MessageId, code = TESSA) => world.hub.restoreMessage(await acting(world, code), id);
const open = async (id: MessageId) => world.hub.openMessage(await acting(world, TESSA), id);
const acknowledge = async (id: MessageId) => world.hub.acknowledge(await acting(world, TESSA), id);
const counts = async () => {
  return world.hub.countUnread(await acting(world, TESSA));
};

describe('a search of the mailbox', () => {
  it('finds by the name of the authority or of its service, in any language', async () => {
    const city = await arrived();
    const agency = await fromAgency('Lupa');
    expect(await found({ sender: 'exempelSTADEN' })).toEqual([city]);
    expect(await found({ sender: 'Children' })).toEqual([city]);
    expect(await found({ sender: 'virasto' })).toEqual([agency]);
    expect(await found({ serviceId: OTHER_SERVICE })).toEqual([agency]);
    expect(await found({ sender: 'Kela' })).toEqual([]);
  });

  it('finds by words of the title', async () => {
    const bill = await arrived('Lasku lokakuulta');
    await arrived('Päätös');
    expect(await found({ title: 'lasku' })).toEqual([bill]);
    expect(await found({ title: 'kalastuslupa' })).toEqual([]);
  });

  it('finds by what has been done with a message', async () => {
    const opened = await arrived();
    const waiting = await arrived(undefined, { electronic: VERIFIABLE });
    const fresh = await arrived();
    done(await open(opened));
    expect(await found({ state: 'OPENED' })).toEqual([opened]);
    expect(await found({ state: 'AWAITING_RECEIPT' })).toEqual([waiting]);
    expect(await found({ state: 'NEW' })).toEqual([fresh]);
  });

  it('finds by the day of arrival', async () => {
    const monday = await arrived();
    await world.moveBy(DAY);
    const tuesday = await arrived();
    await world.moveBy(DAY);
    await arrived();
    const day = (text: string) => calendarDate.parse(text);
    expect(await found({ to: day('2026-11-24') })).toEqual([tuesday, monday]);
    expect(await found({ from: day('2026-11-24'), to: day('2026-11-24') })).toEqual([tuesday]);
    expect(await found({ from: day('2026-11-27') })).toEqual([]);
  });

  it('reads on until its page is full, and goes on where it stopped', async () => {
    const bills: MessageId[] = [];
    for (const title of ['Lasku', 'Muu', 'Muu', 'Lasku', 'Muu', 'Lasku']) {
      const id = await arrived(title);
      if (title === 'Lasku') bills.unshift(id);
    }
    const first = await pageOf({ title: 'lasku' }, { limit: 2 });
    const second = await pageOf({ title: 'lasku' }, { limit: 2, after: first.next });
    expect(first.lines.map(({ messageId: id }) => id)).toEqual(bills.slice(0, 2));
    expect(second.lines.map(({ messageId: id }) => id)).toEqual(bills.slice(2));
    expect(second.next).toBeUndefined();
  });
});

describe('a deleted message', () => {
  it('lies among the deleted ones until it is taken back', async () => {
    const id = await arrived();
    const kept = await arrived();
    done(await remove(id));
    expect(await found({})).toEqual([kept]);
    expect((await pageOf({ folder: 'DELETED' })).lines).toMatchObject([
      { messageId: id, restorableUntil: '2027-01-22' },
    ]);
    done(await restore(id));
    expect(await found({})).toEqual([kept, id]);
    expect(await found({ folder: 'DELETED' })).toEqual([]);
  });

  it('can be read for 60 days, and is then like none at all', async () => {
    const id = await arrived();
    done(await remove(id));
    await world.moveTo(momentOn(calendarDate.parse('2027-01-22'), '23:59'));
    expect(await open(id)).toMatchObject({ ok: true });
    await world.moveTo(momentOn(calendarDate.parse('2027-01-23')));
    expect(await found({ folder: 'DELETED' })).toEqual([]);
    expect(await found({})).toEqual([]);
    for (const call of [open, remove, restore, acknowledge]) expect(await call(id)).toEqual(UNKNOWN);
  });

  it('deleted again keeps its days', async () => {
    const id = await arrived();
    done(await remove(id));
    await world.moveBy(30 * DAY);
    done(await remove(id));
    expect((await pageOf({ folder: 'DELETED' })).lines).toMatchObject([{ restorableUntil: '2027-01-22' }]);
  });

  it('leaves the facts of its delivery and what its sender is told as they were', async () => {
    const id = await arrived();
    const before = await deliveryOf(world, id);
    done(await remove(id));
    done(await restore(id));
    expect(await deliveryOf(world, id)).toEqual(before);
  });

  it('must have been acknowledged, where a receipt is asked', async () => {
    const id = await arrived(undefined, { electronic: VERIFIABLE });
    expect(await remove(id)).toEqual({ ok: false, refusal: { kind: 'receipt-before-deletion' } });
    expect(await found({})).toEqual([id]);
    done(await acknowledge(id));
    done(await remove(id));
    expect(await found({})).toEqual([]);
  });

  it('may be one whose letter has taken the place of the receipt', async () => {
    const id = await arrived(undefined, { electronic: VERIFIABLE });
    await withdraw(world);
    await world.settle();
    expect(await factsOf(world, id)).toContain('HANDED_TO_POSTAL');
    expect(await remove(id)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ["is somebody else's", PAULA, undefined],
    ['is not there', TESSA, messageId.parse(404)],
  ])('that %s is like none at all', async (_, code, other) => {
    const id = await arrived();
    expect(await remove(other ?? id, code)).toEqual(UNKNOWN);
    expect(await restore(other ?? id, code)).toEqual(UNKNOWN);
    expect(await found({})).toEqual([id]);
  });
});

describe('the count of what waits to be read', () => {
  it('follows openings, receipts and deletions', async () => {
    expect(await counts()).toEqual({ unread: 0, awaitingReceipt: 0, complete: true });
    const plain = await arrived();
    const verifiable = await arrived(undefined, { electronic: VERIFIABLE });
    const deleted = await arrived();
    expect(await counts()).toEqual({ unread: 3, awaitingReceipt: 1, complete: true });
    done(await open(plain));
    done(await remove(deleted));
    expect(await counts()).toEqual({ unread: 1, awaitingReceipt: 1, complete: true });
    done(await acknowledge(verifiable));
    expect(await counts()).toEqual({ unread: 1, awaitingReceipt: 0, complete: true });
  });
});

describe('a mailbox whose owner has withdrawn the consent', () => {
  it('still lists and opens what came before', async () => {
    const id = await arrived();
    await withdraw(world);
    await world.settle();
    await world.moveBy(400 * DAY);
    expect((await mailboxOf(world)).map(({ messageId: each }) => each)).toEqual([id]);
    expect(done(await open(id)).content.electronic?.body).toBe('Maksu on 186,00 euroa kuukaudessa.');
  });
});
