import { beforeEach, describe, expect, it } from 'vitest';
import { type FeedEvent, type FeedPage, PAGE_SIZE } from '#shared/domain/feed/page';
import { suomifiEventOf } from '#shared/domain/feed/suomifi-events';
import { type TenantId, messageId } from '#shared/domain/message/ids';
import type { FeedView } from '#shared/flow/feed/read-feed';
import { DAY, HOUR, type Instant, MINUTE, after } from '#shared/kernel/time';
import { NOON, OTHER_TENANT, SERVICE, TENANT } from '#test/builders/messages';
import { deliveryNo, page, token } from '#test/builders/messages-stored';
import type { World } from '#test/builders/world';
import { done, openWorld } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

type Seen = string;

/** Shows every event as its delivery. */
const everything: FeedView<Seen> = { name: 'everything', show: ({ deliveryId }) => deliveryId };

/** The event of message n, at noon unless told. */
function event(n: number, at: Instant = NOON, type: 'ACCEPTED' | 'MAILBOX_STORED' = 'ACCEPTED'): FeedEvent {
  return {
    deliveryId: deliveryNo(n),
    messageId: messageId.parse(n),
    serviceId: SERVICE,
    seq: 1,
    fact: { type, at, attempt: token(`fact-${n}`) },
  };
}

const events = (...numbers: number[]) => numbers.map((n) => event(n));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const names = (...numbers: number[]) => numbers.map((n) => deliveryNo(n));

async function put(number: number, part: Partial<FeedPage>): Promise<void> {
  done(await world.ports.feed.put(page(number, part)));
}

interface Asked {
  readonly token?: string;
  readonly limit?: number;
  readonly view?: FeedView<Seen>;
  readonly tenantId?: TenantId;
}

const read = ({ limit = 1000, view = everything, tenantId = TENANT, ...asked }: Asked = {}) =>
  world.hub.readFeed({ limit, view, tenantId, ...asked });

/** Reads until an empty page, as clients do. */
async function readOut(asked: Asked = {}): Promise<{ seen: Seen[]; token: string; pages: number }> {
  const seen: Seen[] = [];
  let next = asked.token;
  for (let pages = 0; ; pages += 1) {
    const answer = done(await read({ ...asked, token: next }));
    next = answer.token;
    if (answer.events.length === 0) return { seen, token: next, pages };
    seen.push(...answer.events);
  }
}

describe('a feed', () => {
  it('of an authority nothing has happened to is empty, and still gives a token', async () => {
    const answer = done(await read());
    expect(answer.events).toEqual([]);
    expect(answer.token).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it('is read from its beginning, in order, and then what is new', async () => {
    await put(1, { events: events(1, 2) });
    const first = await readOut();
    expect(first.seen).toEqual(names(1, 2));
    await put(2, { events: events(3) });
    await put(3, { events: events(4, 5) });
    expect((await readOut({ token: first.token })).seen).toEqual(names(3, 4, 5));
  });

  it('loses and repeats nothing whatever the size of an answer', async () => {
    for (const number of range(1, 5)) await put(number, { events: events(...range(number * 10, number * 10 + 6)) });
    const whole = (await readOut()).seen;
    expect(whole).toHaveLength(35);
    for (const limit of [1, 3, 7, 8, 100]) expect((await readOut({ limit })).seen).toEqual(whole);
  });

  it('gives no more than it is asked for, and goes on in the middle of a page', async () => {
    await put(1, { events: events(1, 2, 3) });
    const first = done(await read({ limit: 2 }));
    expect(first.events).toEqual(names(1, 2));
    expect(done(await read({ limit: 2, token: first.token })).events).toEqual(names(3));
  });

  it('gives the same token again while there is nothing new', async () => {
    await put(1, { events: events(1) });
    const { token: last } = await readOut();
    expect(done(await read({ token: last })).token).toBe(last);
  });

  it('tells what came from the token of an empty feed on', async () => {
    const { token: start } = done(await read());
    await put(1, { events: events(1) });
    expect((await readOut({ token: start })).seen).toEqual(names(1));
  });

  it('ends a full page exactly where the next one begins', async () => {
    await put(1, { events: events(...range(1, PAGE_SIZE)) });
    await put(2, { events: events(9001) });
    const first = done(await read({ limit: PAGE_SIZE }));
    expect(done(await read({ token: first.token })).events).toEqual(names(9001));
  });

  it('never answers with an empty list while there is more to tell', async () => {
    const onlyStored: FeedView<Seen> = {
      name: 'suomifi',
      show: (each) => (suomifiEventOf(each) ? each.deliveryId : undefined),
    };
    for (const number of range(1, 4)) await put(number, { events: events(...range(number * 10, number * 10 + 5)) });
    await put(5, { events: [...events(1), event(2, NOON, 'MAILBOX_STORED')] });
    expect(done(await read({ view: onlyStored, limit: 1 })).events).toEqual(names(2));
    expect((await readOut({ view: onlyStored })).seen).toEqual(names(2));
  });
});

describe('lanes of a feed', () => {
  beforeEach(async () => {
    world = await openWorld({ feedLanes: 3 });
  });

  it('are read side by side, the oldest page first', async () => {
    await put(1, { lane: 2, events: events(1) });
    await put(1, { lane: 0, events: events(2), at: after(NOON, MINUTE) });
    await put(2, { lane: 2, events: events(3), at: after(NOON, HOUR) });
    expect((await readOut()).seen).toEqual(names(1, 2, 3));
  });

  it('lose and repeat nothing while they grow unevenly', async () => {
    let seen: Seen[] = [];
    let next: string | undefined;
    for (const round of range(1, 6)) {
      for (const lane of range(0, round % 3)) {
        const last = await world.ports.feed.last({ tenantId: TENANT, lane });
        const number = (last?.number ?? 0) + 1;
        await put(number, { lane, events: events(round * 10 + lane), at: after(NOON, round * MINUTE) });
      }
      const some = await readOut({ token: next, limit: 2 });
      seen = [...seen, ...some.seen];
      next = some.token;
    }
    expect([...seen].sort()).toEqual((await readOut()).seen.sort());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('opened since a token was given are read from their beginning', async () => {
    const stores = world.ports;
    await put(1, { events: events(1) });
    const { token: old } = await readOut();
    world = await openWorld({ stores, feedLanes: 4 });
    await put(1, { lane: 3, events: events(2) });
    expect((await readOut({ token: old })).seen).toEqual(names(2));
  });
});

describe('a token', () => {
  it('may be put into an address as it is', async () => {
    world = await openWorld({ feedLanes: 64 });
    const { token: text } = done(await read());
    expect(encodeURIComponent(text)).toBe(text);
  });

  it('of another authority is refused', async () => {
    await put(1, { events: events(1) });
    const { token: theirs } = await readOut();
    expect(await read({ token: theirs, tenantId: OTHER_TENANT })).toMatchObject({ refusal: { kind: 'token-refused' } });
  });

  it('of another view is refused', async () => {
    const { token: other } = done(await read());
    const view = { ...everything, name: 'another' };
    expect(await read({ token: other, view })).toMatchObject({ refusal: { kind: 'token-refused' } });
  });

  it('made up or changed is refused', async () => {
    await put(1, { events: events(1, 2) });
    const { token: text } = done(await read({ limit: 1 }));
    for (const forged of ['', '1.0', '1.0-', 'x', text.replace('1.1', '1.0'), `${text}0`, text.slice(0, -1)])
      expect(await read({ token: forged })).toMatchObject({ refusal: { kind: 'token-refused' } });
  });

  it('stands though the hub has been started again', async () => {
    await put(1, { events: events(1) });
    const { token: text } = await readOut();
    world.restart();
    expect(done(await read({ token: text })).token).toBe(text);
  });
});

describe('a view of the last 60 days', () => {
  const since = (): FeedView<Seen> => ({ ...everything, since: after(world.now(), -60 * DAY) });

  beforeEach(async () => {
    for (const day of range(0, 9)) {
      const at = after(NOON, day * 10 * DAY);
      await put(day + 1, { at, events: [event(day + 1, at)] });
    }
    await world.moveTo(after(NOON, 90 * DAY));
  });

  it('begins with what was recorded 60 days ago', async () => {
    expect((await readOut({ view: since() })).seen).toEqual(names(4, 5, 6, 7, 8, 9, 10));
  });

  it('finds its beginning without reading every page', async () => {
    const { feed } = world.ports;
    const asked: number[] = [];
    const counting: typeof feed.read = async (lane, number) => {
      asked.push(number);
      return feed.read(lane, number);
    };
    world.restart((ports) => ({ ...ports, feed: { ...feed, read: counting } }));
    done(await read({ view: since(), limit: 1 }));
    expect(asked.filter((number) => number < 4).length).toBeLessThan(3);
  });

  it('leaves out what is older, also for an old token', async () => {
    const { token: old } = done(await read({ limit: 1 }));
    const other = { ...since(), name: everything.name };
    expect((await readOut({ token: old, view: other })).seen).toEqual(names(4, 5, 6, 7, 8, 9, 10));
  });

  it('leaves out an older fact on a newer page', async () => {
    await put(11, { at: world.now(), events: [event(98, NOON), event(99, world.now())] });
    expect((await readOut({ view: since() })).seen).not.toContain(deliveryNo(98));
    expect((await readOut({ view: since() })).seen).toContain(deliveryNo(99));
  });

  it('is empty when nothing is that new, and still finds what comes', async () => {
    await world.moveTo(after(NOON, 300 * DAY));
    const { seen, token: last } = await readOut({ view: since() });
    await put(11, { at: world.now(), events: [event(11, world.now())] });
    expect(seen).toEqual([]);
    expect((await readOut({ view: since(), token: last })).seen).toEqual(names(11));
  });
});
