import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMemoryFeedPages } from '#shared/adapters/memory/feed-pages';
import { makeMemoryTrafficCounts } from '#shared/adapters/memory/traffic-counts';
import { externalId } from '#shared/domain/message/ids';
import type { CountedFact } from '#shared/domain/traffic/count-fact';
import { foldPage } from '#shared/domain/traffic/fold-page';
import { makeCountTraffic } from '#shared/flow/feed/count-traffic';
import { makeTrafficUntil } from '#shared/flow/programme/read-traffic';
import { DAY, calendarDate } from '#shared/kernel/time';
import type { TrafficCounts } from '#shared/ports/traffic-counts';
import { anyFact } from '#test/builders/domain-traffic';
import { OTHER_TENANT, PAULA, SERVICE, TENANT, TESSA, electronicPart, paperPart } from '#test/builders/messages';
import { page } from '#test/builders/messages-stored';
import type { World } from '#test/builders/world';
import { type Death, ProcessDied, mortal } from '#test/builders/world-crash';
import { acting, consenting, done, openWorld, send, upload } from '#test/builders/world-people';

const ALWAYS = { from: '2000-01', to: '2099-12' };
const LANES = 3;

/** A feed of made-up facts, `lanes[i]` the pages of lane i. */
type Lanes = readonly (readonly (readonly CountedFact[])[])[];
const anyLanes = fc.array(fc.array(fc.array(anyFact, { maxLength: 12 }), { maxLength: 5 }), {
  minLength: LANES,
  maxLength: LANES,
});

async function feedOf(lanes: Lanes) {
  const feed = makeMemoryFeedPages();
  for (const [lane, pages] of lanes.entries()) await putPages(feed, lane, { pages, from: 1 });
  return feed;
}

async function putPages(
  feed: ReturnType<typeof makeMemoryFeedPages>,
  lane: number,
  { pages, from }: { pages: Lanes[number]; from: number },
) {
  for (const [i, facts] of pages.entries()) {
    const [event] = page(1).events;
    if (!event) throw new Error('a page without events');
    const events = facts.map((each, at) => ({ ...event, ...each, seq: at + 1 }));
    await feed.put(page(from + i, { lane, events, hash: `${lane}/${from + i}` }));
  }
}

async function told(traffic: TrafficCounts, tenantId = TENANT) {
  const book = { tenantId, book: await traffic.inForce(tenantId) };
  return { months: await traffic.months(book, ALWAYS), statutes: await traffic.statutes(book, ALWAYS) };
}

/** The same facts folded at once. */
function sumOf(lanes: Lanes) {
  const { months, statutes } = foldPage(lanes.flat(2));
  const inOrder = <T>(all: readonly T[], nameOf: (each: T) => string) =>
    [...all].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).map((each) => ({ ...each, tenantId: TENANT }));
  return {
    months: inOrder(months, ({ serviceId, month, group }) => `${serviceId}#${month}#${group}`),
    statutes: inOrder(statutes, ({ serviceId, month }) => `${month}#${serviceId}`),
  };
}

function counterOver(feed: ReturnType<typeof makeMemoryFeedPages>, traffic: TrafficCounts) {
  const tenants = { authorities: async () => [TENANT] };
  return makeCountTraffic({ feed, feedLanes: LANES, traffic, tenants });
}

/** Dies at its n-th call. */
function dying(traffic: TrafficCounts, at: number, death: Death): TrafficCounts {
  let calls = 0;
  return new Proxy(traffic, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]): Promise<unknown> => {
        calls += 1;
        if (calls > at || (calls === at && death === 'before')) throw new ProcessDied();
        const answer: unknown = await Reflect.apply(member, target, given);
        if (calls >= at) throw new ProcessDied();
        return answer;
      };
    },
  });
}

describe('counting the traffic', () => {
  it('adds up what all pages of all lanes say', async () => {
    await fc.assert(
      fc.asyncProperty(anyLanes, async (lanes) => {
        const traffic = makeMemoryTrafficCounts();
        await counterOver(await feedOf(lanes), traffic).countAll();
        expect(await told(traffic)).toEqual(sumOf(lanes));
      }),
      { numRuns: 50 },
    );
  });

  it('reads each page once, whatever came before', async () => {
    const traffic = makeMemoryTrafficCounts();
    const feed = await feedOf([[[], []], [[]], []]);
    const read: string[] = [];
    const watched = {
      ...feed,
      read: async (...[lane, number]: Parameters<typeof feed.read>) => {
        read.push(`${lane.lane}/${number}`);
        return feed.read(lane, number);
      },
    };
    const counter = counterOver(watched, traffic);
    expect(await counter.countAll()).toBe(3);
    await putPages(feed, 1, { pages: [[]], from: 2 });
    read.length = 0;
    expect(await counter.countAll()).toBe(1);
    expect(read.sort()).toEqual(['0/3', '1/2', '1/3', '2/1']);
    expect(await counter.countAll()).toBe(0);
  });

  it('stops at the number of pages it is given, and goes on from there', async () => {
    await fc.assert(
      fc.asyncProperty(anyLanes, fc.integer({ min: 1, max: 4 }), async (lanes, most) => {
        const traffic = makeMemoryTrafficCounts();
        const counter = counterOver(await feedOf(lanes), traffic);
        for (let turns = 0; !(await counter.countTenant(TENANT, most)).isDone; turns += 1)
          expect(turns).toBeLessThan(20);
        expect(await told(traffic)).toEqual(sumOf(lanes));
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same numbers wherever it is killed, as often as it is, and beside another that counts', async () => {
    const deaths = fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.constantFrom<Death>('before', 'after')), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(anyLanes, deaths, async (lanes, fates) => {
        const traffic = makeMemoryTrafficCounts();
        const feed = await feedOf(lanes);
        await Promise.all(
          fates.map(async ([at, death]) => {
            await counterOver(feed, dying(traffic, at, death))
              .countAll()
              .catch(() => undefined);
          }),
        );
        for (const [at, death] of fates)
          await counterOver(feed, dying(traffic, at, death))
            .countAll()
            .catch(() => undefined);
        await counterOver(feed, traffic).countAll();
        expect(await told(traffic)).toEqual(sumOf(lanes));
      }),
      { numRuns: 100 },
    );
  });

  it('counted again from the beginning gives the same numbers, killed and asked again too', async () => {
    const fate = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom<Death>('before', 'after'));
    await fc.assert(
      fc.asyncProperty(anyLanes, fate, async (lanes, [at, death]) => {
        const traffic = makeMemoryTrafficCounts();
        const feed = await feedOf(lanes);
        await counterOver(feed, traffic).countAll();
        const live = await told(traffic);
        await counterOver(feed, dying(traffic, at, death))
          .recount(TENANT)
          .catch(() => undefined);
        expect(await told(traffic)).toEqual(live);
        await counterOver(feed, traffic).recount(TENANT);
        expect(await told(traffic)).toEqual(live);
        expect(live).toEqual(sumOf(lanes));
      }),
      { numRuns: 50 },
    );
  });

  it('goes on in the new book once it is in force, and not before', async () => {
    const traffic = makeMemoryTrafficCounts();
    const feed = await feedOf([[[], [], []], [], []]);
    const counter = counterOver(feed, traffic);
    await counter.countAll();
    expect(await counter.recount(TENANT, 2)).toEqual({ pages: 2, isDone: false });
    expect(await traffic.inForce(TENANT)).toBe(1);
    expect(await counter.recount(TENANT, 2)).toEqual({ pages: 1, isDone: true });
    expect(await traffic.inForce(TENANT)).toBe(2);
    expect(await traffic.countedTo({ tenantId: TENANT, book: 1, lane: 0 })).toBe(0);
    expect(await counter.countAll()).toBe(0);
  });
});

describe('what the deliveries of the hub say', () => {
  const statute = { rule: 'PAPER_ONLY' as const, legalBasis: 'Esimerkkilaki (1/2000) 1 §' };

  async function traffic(world: World) {
    await sendSome(world);
    await world.settle();
    await world.hub.countTraffic.countAll();
    return told(world.ports.traffic);
  }

  async function sendSome(world: World) {
    await consenting(world);
    const read = await send(world, { externalId: externalId.parse('luettu') });
    const letter = async (name: string, hub = {}) => {
      const paperMail = paperPart(await upload(world));
      await send(world, { externalId: externalId.parse(name), recipient: { id: PAULA }, paperMail, hub });
    };
    await letter('kirje');
    await letter('laki', { statutoryChannel: statute });
    await world.settle();
    done(await world.hub.openMessage(await acting(world, TESSA), read));
  }

  it('is counted by what was decided and what became of it', async () => {
    const world = await openWorld({ feedLanes: 2 });
    expect(await traffic(world)).toEqual({
      months: [
        {
          tenantId: TENANT,
          serviceId: SERVICE,
          month: '2026-11',
          group: 'PERSON',
          counts: {
            deliveries: 3,
            electronic: 1,
            stored: 1,
            noticed: 1,
            opened: 1,
            letter: 2,
            printedLetter: 2,
            withConsent: 1,
            withMailbox: 1,
            paperNoConsent: 1,
            paperStatute: 1,
          },
        },
      ],
      statutes: [{ tenantId: TENANT, serviceId: SERVICE, month: '2026-11', statute: '1/2000 § 1', hits: 1 }],
    });
    expect(await told(world.ports.traffic, OTHER_TENANT)).toEqual({ months: [], statutes: [] });
  });

  it('is read for reports in whole months of every authority that sends', async () => {
    const world = await openWorld({ feedLanes: 2 });
    await sendSome(world);
    await world.settle();
    await world.hub.countTraffic.countAll();
    const read = makeTrafficUntil(world.ports);
    const day = (text: string) => calendarDate.parse(text);
    expect(await read(day('2026-11-30'))).toMatchObject({
      traffic: [{ tenantId: TENANT, month: '2026-11', counts: { deliveries: 3 } }],
      statutes: [{ statute: '1/2000 § 1', hits: 1 }],
    });
    expect(await read(day('2026-10-31'))).toEqual({ traffic: [], statutes: [] });
  });

  it('is counted in the month in which each thing happened: a window that ends in December in December', async () => {
    const world = await openWorld();
    await consenting(world);
    await send(world, { electronic: electronicPart({ messageServiceType: 'Verifiable' }) });
    await world.moveBy(12 * DAY);
    await world.hub.countTraffic.countAll();
    expect((await told(world.ports.traffic)).months).toMatchObject([
      { month: '2026-11', counts: { deliveries: 1, electronic: 1, electronicVerifiable: 1 } },
      { month: '2026-12', counts: { fallback: 1, windowExpired: 1, printedReceiptLetter: 1 } },
    ]);
  });

  it('is the same when it is counted again, and when the counting process dies', async () => {
    const world = await openWorld({ feedLanes: 2 });
    const live = await traffic(world);
    for (let at = 1; at < 40; at += 3) {
      world.restart((ports) => mortal(ports, { at, death: 'after' }));
      await world.hub.countTraffic.recount(TENANT).catch(() => undefined);
      world.restart();
      await world.hub.countTraffic.countAll();
      expect(await told(world.ports.traffic)).toEqual(live);
    }
  });
});
