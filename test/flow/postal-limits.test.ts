import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { againstLimit, placesOf } from '#shared/domain/delivery-postal/postal-limit';
import type { MessageId } from '#shared/domain/message/ids';
import { DAY, HOUR, helsinkiDay } from '#shared/kernel/time';
import { SETTINGS } from '#test/builders/domain';
import { NOON, OTHER_TENANT, TENANT, electronicPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { consenting, done, factsOf, openWorld, send, told } from '#test/builders/world-people';
import { BATCHES, handOvers, lettersStand, posted, setGate, setLimit } from '#test/builders/world-post';

const approvalOf = (letters: number, at = NOON) => ({
  day: helsinkiDay(at),
  letters,
  by: 'Virtanen',
  reason: 'Vuosittaiset päätökset',
  at,
  credential: 'operator',
});

const approve = async (world: World, letters: number) =>
  world.ports.postalGates.approve(TENANT, approvalOf(letters, world.now()));

const gone = async (world: World, ids: readonly MessageId[]) =>
  Promise.all(ids.map(async (id) => (await handOvers(world, id)).length));

async function withLetters(limit: Parameters<typeof setLimit>[1], count: number) {
  const world = await openWorld();
  await setLimit(world, limit);
  const ids: MessageId[] = [];
  for (let n = 1; n <= count; n += 1) ids.push(await posted(world, n));
  return { world, ids };
}

function failed(): never {
  throw new Error('no letter');
}

describe('the letters of an authority in a day', () => {
  it('are no more than its limit: the rest goes on the days after, oldest first', async () => {
    const { world, ids } = await withLetters({ lettersADay: 2 }, 5);
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 2, left: 0, beyondLimits: 3 });
    expect(await world.hub.cutBatches()).toEqual({ batches: 0, letters: 0, left: 0, beyondLimits: 3 });
    expect(await gone(world, ids)).toEqual([1, 1, 0, 0, 0]);
    await world.moveBy(DAY);
    await world.hub.cutBatches();
    expect(await gone(world, ids)).toEqual([1, 1, 1, 1, 0]);
    await world.moveBy(DAY);
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 1, left: 0 });
    expect(world.faults).toEqual([]);
  });

  it('do not stop those of another, and go by themselves where nothing is limited', async () => {
    const { world } = await withLetters({ approvalAbove: 0 }, 3);
    const other = await posted(world, 9, {}, OTHER_TENANT);
    expect(await handOvers(world, other)).toHaveLength(1);
    world.settings.current = { ...SETTINGS, batches: BATCHES };
    const waiting = await posted(world, 10, {}, OTHER_TENANT);
    await world.moveBy(DAY);
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 1, left: 0, beyondLimits: 3 });
    expect(await handOvers(world, waiting)).toHaveLength(1);
  });

  it('above a number wait for a second person, all of them, and go once they are approved', async () => {
    const { world, ids } = await withLetters({ approvalAbove: 2 }, 3);
    for (let days = 0; days < 3; days += 1) {
      expect(await world.hub.cutBatches()).toEqual({ batches: 0, letters: 0, left: 0, beyondLimits: 3 });
      await world.moveBy(DAY);
    }
    await approve(world, 1);
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 3, left: 0 });
    expect(await gone(world, ids)).toEqual([1, 1, 1]);
  });

  it('that wait are told of, once, by an event on the first of them', async () => {
    const { world, ids } = await withLetters({ approvalAbove: 1 }, 3);
    for (let times = 0; times < 3; times += 1) await world.hub.cutBatches();
    await world.settle();
    const events = (await told(world)).flatMap(({ fact }) => (fact.type === 'AUTHORITY_NOTIFIED' ? [fact.task] : []));
    expect(events).toEqual(['POSTAL_LIMIT']);
    expect(await factsOf(world, ids[0] ?? failed())).toEqual(['ACCEPTED', 'DECIDED', 'AUTHORITY_NOTIFIED']);
  });

  it('hold nothing back once a send was recalled', async () => {
    const { world, ids } = await withLetters({ approvalAbove: 2 }, 4);
    await world.hub.cutBatches();
    for (const id of ids.slice(0, 2)) done(await world.hub.recallMessage(TENANT, id, 'Väärä liite'));
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 2, left: 0 });
    expect(await gone(world, ids)).toEqual([0, 0, 1, 1]);
  });

  it('go when the limit is lifted', async () => {
    const { world, ids } = await withLetters({ lettersADay: 1 }, 3);
    await world.hub.cutBatches();
    await setLimit(world, {});
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 2, left: 0 });
    expect(await gone(world, ids)).toEqual([1, 1, 1]);
    expect(await handOvers(world, await posted(world, 9))).toHaveLength(1);
  });

  it('that waited for their time when the limit was entered are under it', async () => {
    const world = await openWorld();
    world.settings.current = { ...SETTINGS, batches: BATCHES };
    const ids = [await posted(world, 1), await posted(world, 2), await posted(world, 3)];
    await setLimit(world, { lettersADay: 1 });
    await world.moveBy(4 * HOUR);
    await world.hub.cutBatches();
    expect(await gone(world, ids)).toEqual([1, 0, 0]);
  });

  it('are registered ones first', async () => {
    const { world, ids } = await withLetters({ lettersADay: 1 }, 1);
    ids.push(await posted(world, 2, { messageServiceType: 'Verifiable' }));
    await world.hub.cutBatches();
    expect(await gone(world, ids)).toEqual([0, 1]);
  });

  it('are letters: what goes electronically is never counted', async () => {
    const { world } = await withLetters({ approvalAbove: 0 }, 0);
    await consenting(world);
    const id = await send(world, { electronic: electronicPart() });
    await world.settle();
    expect(await factsOf(world, id)).toContain('MAILBOX_STORED');
  });
});

describe('what waits, against a limit', () => {
  const none = { taken: 0, approvals: [] };

  it.each([
    ['below both limits', { lettersADay: 5, approvalAbove: 9 }, none, 5, [5, false, 0]],
    ['above those of a day', { lettersADay: 5, approvalAbove: 9 }, none, 7, [5, false, 2]],
    ['after some have gone', { lettersADay: 5 }, { taken: 4, approvals: [] }, 3, [1, false, 2]],
    ['above what needs approval', { lettersADay: 5, approvalAbove: 9 }, none, 10, [0, true, 5]],
    ['nothing', { approvalAbove: 0 }, { taken: 7, approvals: [] }, 0, [0, false, 0]],
    ['no limit', {}, none, 7, [Infinity, false, 0]],
  ])('%s', (_, limit, day, waiting, [room, needsApproval, toApprove]) => {
    const given = { ...limit, changedAt: NOON };
    const approvals = [approvalOf(3), approvalOf(2)];
    expect(againstLimit(given, day, waiting)).toEqual({ room, needsApproval, toApprove });
    expect(placesOf(given, { approvals })).toBe(placesOf(given, { approvals: [] }) + 2);
  });
});

/** What may happen while letters wait. */
const anyEvent = fc.oneof(
  { weight: 4, arbitrary: fc.constant('SEND' as const) },
  { weight: 1, arbitrary: fc.constant('SEND_OTHER' as const) },
  { weight: 4, arbitrary: fc.constant('CUT' as const) },
  { weight: 1, arbitrary: fc.constant('CUT_TWICE_AT_ONCE' as const) },
  fc.constantFrom('SHUT' as const, 'OPEN' as const, 'HOURS' as const, 'DAY' as const),
  fc.integer({ min: 0, max: 3 }).map((approved) => ({ approved })),
  fc.integer({ min: 1, max: 4 }).map((lettersADay) => ({ limit: { lettersADay } })),
  fc.integer({ min: 0, max: 4 }).map((approvalAbove) => ({ limit: { approvalAbove } })),
  fc.constant({ limit: {} }),
);

type Event = typeof anyEvent extends fc.Arbitrary<infer Each> ? Each : never;

interface Life {
  readonly world: World;
  readonly ids: MessageId[];
  readonly others: MessageId[];
  /** The most that a day has had places for. */
  readonly most: Map<string, number>;
}

describe('however limits, approvals and the gate are moved', () => {
  it('no letter is lost or doubled, no day has more than its limits and approvals, and the shelf drains', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 25 }), fc.boolean(), async (events, cutting) => {
        await live(events, cutting);
      }),
      { numRuns: 25 },
    );
  });
});

async function live(events: readonly Event[], cutting: boolean): Promise<void> {
  const world = await openWorld();
  world.settings.current = { ...SETTINGS, ...(cutting ? { batches: BATCHES } : {}) };
  await setLimit(world, { lettersADay: 2 });
  const life: Life = { world, ids: [], others: [], most: new Map() };
  for (const event of events) {
    await notePlaces(life);
    await happen(life, event);
    await notePlaces(life);
  }
  await setGate(world, true);
  for (let days = 0; days < 30; days += 1) {
    await world.moveBy(DAY);
    await approve(world, 2);
    await notePlaces(life);
    await world.hub.cutBatches();
  }
  await approve(world, 30);
  await notePlaces(life);
  await world.hub.cutBatches();
  await check(life);
}

async function notePlaces({ world, most }: Life): Promise<void> {
  const day = helsinkiDay(world.now());
  const limit = await world.ports.postalGates.limitOf(TENANT);
  const places = limit ? placesOf(limit, await world.ports.postalGates.limitDay({ day, tenantId: TENANT })) : Infinity;
  most.set(day, Math.max(most.get(day) ?? 0, places));
}

async function happen({ world, ids, others }: Life, event: Event): Promise<void> {
  if (typeof event === 'object') {
    if ('approved' in event) await approve(world, event.approved);
    else await setLimit(world, event.limit);
    return;
  }
  const n = ids.length + others.length + 1;
  const steps: Record<typeof event, () => Promise<unknown>> = {
    SEND: async () => ids.push(await posted(world, n)),
    SEND_OTHER: async () => others.push(await posted(world, n, {}, OTHER_TENANT)),
    CUT: async () => world.hub.cutBatches(),
    CUT_TWICE_AT_ONCE: async () => Promise.all([world.hub.cutBatches(), world.hub.cutBatches()]),
    SHUT: async () => setGate(world, false),
    OPEN: async () => setGate(world, true),
    HOURS: async () => world.moveBy(5 * HOUR),
    DAY: async () => world.moveBy(DAY),
  };
  await steps[event]();
}

async function check({ world, ids, others, most }: Life): Promise<void> {
  expect(world.faults).toEqual([]);
  expect(await lettersStand(world)).toEqual([...ids, ...others].map(() => 'READY'));
  for (const id of others) expect(await handOvers(world, id)).toHaveLength(1);
  const days = new Map<string, number>();
  for (const id of ids) {
    const handed = await handOvers(world, id);
    expect(handed).toHaveLength(1);
    for (const { at } of handed) days.set(helsinkiDay(at), 1 + (days.get(helsinkiDay(at)) ?? 0));
  }
  for (const [day, count] of days) expect(count).toBeLessThanOrEqual(most.get(day) ?? 0);
  expect(await world.ports.batches.open()).toEqual([]);
}
