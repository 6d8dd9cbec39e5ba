import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE_SIZE } from '#shared/domain/feed/page';
import { GENESIS } from '#shared/kernel/digest';
import type { Delivery } from '#shared/domain/message/delivery';
import { type DeliveryId, messageId } from '#shared/domain/message/ids';
import { HOUR, MINUTE } from '#shared/kernel/time';
import { NOON, OTHER_TENANT, TENANT } from '#test/builders/messages';
import { delivery, deliveryNo, grown, stored, token } from '#test/builders/messages-stored';
import type { World } from '#test/builders/world';
import type { HubPorts } from '#test/builders/world-hub';
import { openWorld, told, nextWork } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

const publish = (...ids: DeliveryId[]) => world.hub.publishEvents(ids);

/** Deliveries with two facts each, nothing told of them yet. */
async function made(...numbers: number[]): Promise<DeliveryId[]> {
  for (const n of numbers) await world.ports.deliveries.create(delivery(n));
  return numbers.map((n) => deliveryNo(n));
}

/** Events by delivery and place, as the feed tells them. */
async function toldNames(tenantId = TENANT): Promise<string[]> {
  return (await told(world, tenantId)).map(({ deliveryId, seq }) => `${deliveryId}/${seq}`);
}

async function grow(n: number, name: string): Promise<void> {
  const before = await world.ports.deliveries.read(deliveryNo(n));
  if (before) await world.ports.deliveries.append(before, grown(before, [stored(token(name))]));
}

/** Every fact of these deliveries once. */
const all = (count: number, ...numbers: number[]) =>
  numbers.flatMap((n) => Array.from({ length: count }, (_, i) => `${deliveryNo(n)}/${i + 1}`));

describe('publishing', () => {
  it('tells the facts of a delivery in their order, with what a sender knows them by', async () => {
    await publish(...(await made(1)));
    expect(await toldNames()).toEqual(all(2, 1));
    expect((await told(world))[1]).toMatchObject({ messageId: 1, externalId: 'asia-1', fact: { type: 'DECIDED' } });
    expect((await world.ports.deliveries.read(deliveryNo(1)))?.published).toBe(2);
  });

  it('tells what is new only', async () => {
    await publish(...(await made(1)));
    await publish(deliveryNo(1));
    await grow(1, 'third');
    await publish(deliveryNo(1));
    expect(await toldNames()).toEqual(all(3, 1));
    expect((await world.ports.feed.last({ tenantId: TENANT, lane: 0 }))?.number).toBe(2);
  });

  it('tells a batch on one page', async () => {
    await publish(...(await made(1, 2, 3)));
    expect(await toldNames()).toEqual(all(2, 1, 2, 3));
    expect((await world.ports.feed.last({ tenantId: TENANT, lane: 0 }))?.number).toBe(1);
  });

  it('tells an id once that comes twice in one batch', async () => {
    const [id = deliveryNo(1)] = await made(1);
    await publish(id, id, deliveryNo(1));
    expect(await toldNames()).toEqual(all(2, 1));
  });

  it('keeps authorities apart', async () => {
    await made(1);
    await world.ports.deliveries.create(delivery(2, { tenantId: OTHER_TENANT }));
    await publish(deliveryNo(1), deliveryNo(2));
    expect(await toldNames(TENANT)).toEqual(all(2, 1));
    expect(await toldNames(OTHER_TENANT)).toEqual(all(2, 2));
  });

  it('chains each page to the one before', async () => {
    await publish(...(await made(1)));
    await publish(...(await made(2)));
    const [first, second] = await Promise.all(
      [1, 2].map((n) => world.ports.feed.read({ tenantId: TENANT, lane: 0 }, n)),
    );
    expect(first?.previousHash).toBe(GENESIS);
    expect(second?.previousHash).toBe(first?.hash);
    expect(first?.hash).toMatch(/^[\w-]{43}$/);
  });

  it('never gives a page an earlier moment than the one before', async () => {
    world.tick(HOUR);
    await publish(...(await made(1)));
    world.tick(-HOUR);
    await publish(...(await made(2)));
    const pages = await Promise.all([1, 2].map((n) => world.ports.feed.read({ tenantId: TENANT, lane: 0 }, n)));
    expect(pages[1]?.at).toBe(pages[0]?.at);
  });

  it('fills several pages where one does not hold it all', async () => {
    const facts = Array.from({ length: PAGE_SIZE + 20 }, (_, i) => stored(token(`fact-${i}`)));
    await world.ports.deliveries.create(delivery(1, { facts }));
    await publish(deliveryNo(1));
    expect(await toldNames()).toEqual(all(PAGE_SIZE + 20, 1));
    expect((await world.ports.deliveries.read(deliveryNo(1)))?.published).toBe(PAGE_SIZE + 20);
  });

  it('knows nothing to tell of a delivery that is not there', async () => {
    await publish(deliveryNo(404));
    expect(await told(world)).toEqual([]);
  });

  it('leaves the delivery out of the work list once all is told and nothing else owed', async () => {
    await world.ports.deliveries.create(received(1));
    await publish(deliveryNo(1));
    expect(await nextWork(world)).toBeUndefined();
  });
});

describe('lanes of a feed', () => {
  it('are chosen by the message, so that one delivery stays in one', async () => {
    world = await openWorld({ feedLanes: 4 });
    await publish(...(await made(1, 2, 3, 4, 5)));
    const lanes = await Promise.all([0, 1, 2, 3].map((lane) => world.ports.feed.read({ tenantId: TENANT, lane }, 1)));
    expect(lanes.map((page) => page?.events.map(({ messageId: id }) => id))).toEqual([
      [4, 4],
      [1, 1, 5, 5],
      [2, 2],
      [3, 3],
    ]);
    expect((await toldNames()).sort()).toEqual(all(2, 1, 2, 3, 4, 5).sort());
  });
});

describe('two publishers', () => {
  it('racing for the same deliveries tell everything once', async () => {
    const ids = await made(1, 2, 3);
    await Promise.all([publish(...ids), publish(...ids), publish(...ids)]);
    expect((await toldNames()).sort()).toEqual(all(2, 1, 2, 3));
  });

  it('racing with different deliveries of one lane tell everything once', async () => {
    const ids = await made(1, 2, 3, 4, 5, 6);
    await Promise.all(ids.map((id) => publish(id)));
    expect((await toldNames()).sort()).toEqual(all(2, 1, 2, 3, 4, 5, 6));
  });

  it('of two processes tell everything once, while facts are still being written', async () => {
    await made(1, 2);
    const other = processOf();
    const ids = [deliveryNo(1), deliveryNo(2)];
    await Promise.all([publish(...ids), other(ids), grow(1, 'third'), publish(...ids), other(ids), grow(2, 'fourth')]);
    await publish(...ids);
    expect((await toldNames()).sort()).toEqual(all(3, 1, 2));
  });

  it('of which one lost its page start over with what is left', async () => {
    await made(1, 2);
    const { feed } = world.ports;
    let taken = false;
    restart({
      feed: {
        ...feed,
        put: async (page) => {
          if (!taken) {
            taken = true;
            await publish(deliveryNo(2));
          }
          return feed.put(page);
        },
      },
    });
    await publish(deliveryNo(1), deliveryNo(2));
    expect((await toldNames()).sort()).toEqual(all(2, 1, 2));
  });
});

describe('a publisher that dies', () => {
  it('before its page is put loses nothing', async () => {
    const ids = await made(1);
    const { feed } = world.ports;
    restart({ feed: { ...feed, put: () => Promise.reject(new Error('died')) } });
    await expect(publish(...ids)).rejects.toThrow('died');
    world.restart();
    await publish(...ids);
    expect(await toldNames()).toEqual(all(2, 1));
  });

  it('between its page and its mark is followed by one that marks first and tells nothing twice', async () => {
    const ids = await made(1, 2);
    await diesBeforeMarking(ids);
    await grow(1, 'third');
    world.restart();
    await publish(...ids);
    expect((await toldNames()).sort()).toEqual(
      all(2, 1, 2)
        .concat(`${deliveryNo(1)}/3`)
        .sort(),
    );
    expect((await world.ports.deliveries.read(deliveryNo(2)))?.published).toBe(2);
  });

  it('between its page and its mark is found by the sweep', async () => {
    const ids = [deliveryNo(1)];
    await world.ports.deliveries.create(received(1));
    await diesBeforeMarking(ids);
    world.restart();
    await world.moveBy(MINUTE);
    expect(await toldNames()).toEqual(all(1, 1));
    expect(await nextWork(world)).toBeUndefined();
  });

  it('in the middle of its marks is followed by one that marks the rest', async () => {
    const ids = await made(1, 2, 3);
    const { deliveries } = world.ports;
    let marks = 0;
    restart({
      deliveries: {
        ...deliveries,
        markPublished: async (...given) => {
          marks += 1;
          if (marks === 2) throw new Error('died');
          return deliveries.markPublished(...given);
        },
      },
    });
    await expect(publish(...ids)).rejects.toThrow('died');
    world.restart();
    await publish(deliveryNo(2));
    const read = await Promise.all(ids.map((id) => world.ports.deliveries.read(id)));
    expect(read.map((each) => each?.published)).toEqual([2, 2, 2]);
    expect(await toldNames()).toEqual(all(2, 1, 2, 3));
  });

  async function diesBeforeMarking(ids: readonly DeliveryId[]): Promise<void> {
    const { deliveries } = world.ports;
    restart({ deliveries: { ...deliveries, markPublished: () => Promise.reject(new Error('died')) } });
    await expect(publish(...ids)).rejects.toThrow('died');
  }
});

/** A message from a person: it owes nothing but being told of. */
function received(n: number): Delivery {
  const fact = { type: 'RECEIVED' as const, at: NOON, attempt: token(`received-${n}`) };
  return delivery(n, { messageId: messageId.parse(n), facts: [fact] });
}

function restart(part: Partial<HubPorts>): void {
  world.restart((ports) => ({ ...ports, ...part }));
}

/** Another process over the same stores: it remembers no page of its own. */
function processOf() {
  const first = world.hub.publishEvents;
  world.restart();
  return (ids: readonly DeliveryId[]) => first(ids);
}
