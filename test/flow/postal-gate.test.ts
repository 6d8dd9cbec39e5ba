import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageId } from '#shared/domain/message/ids';
import { DAY, HOUR, helsinkiDay } from '#shared/kernel/time';
import { SETTINGS } from '#test/builders/domain';
import { TENANT, electronicPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { consenting, done, factsOf, openWorld, send } from '#test/builders/world-people';
import { BATCHES, handOvers, lettersStand, posted, setGate } from '#test/builders/world-post';

describe('the gate of the post', () => {
  it.each([
    ['each letter is a batch', SETTINGS],
    ['batches are cut', { ...SETTINGS, batches: BATCHES }],
  ])('keeps letters on the shelf while it is shut, and lets each go once it is open: %s', async (_, settings) => {
    const world = await openWorld();
    world.settings.current = settings;
    await setGate(world, false);
    const ids = [await posted(world, 1), await posted(world, 2)];
    for (let days = 0; days < 14; days += 1) {
      await world.moveBy(DAY);
      expect(await world.hub.cutBatches()).toEqual({ batches: 0, letters: 0, left: 0 });
    }
    expect(await lettersStand(world)).toEqual(['WAITING', 'WAITING']);
    await setGate(world, true);
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 2, left: 0 });
    await world.moveBy(3 * DAY);
    expect(await lettersStand(world)).toEqual(['READY', 'READY']);
    for (const id of ids) expect(await handOvers(world, id)).toHaveLength(1);
    expect(world.faults).toEqual([]);
  });

  it('lets a letter be recalled while it waits', async () => {
    const world = await openWorld();
    await setGate(world, false);
    const id = await posted(world, 1);
    done(await world.hub.recallMessage(TENANT, id, 'Väärä liite'));
    await setGate(world, true);
    expect(await world.hub.cutBatches()).toEqual({ batches: 0, letters: 0, left: 0 });
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'RECALLED']);
  });

  it('does not keep what goes electronically', async () => {
    const world = await openWorld();
    await setGate(world, false);
    await consenting(world);
    const id = await send(world, { electronic: electronicPart() });
    await world.settle();
    expect(await factsOf(world, id)).toContain('MAILBOX_STORED');
  });
});

describe('what a provider takes in a day', () => {
  it('is not passed: registered letters first, then the oldest, the rest on the days after', async () => {
    const world = await openWorld();
    world.settings.current = { ...SETTINGS, postalCapacity: 2 };
    const ids = [
      await posted(world, 1),
      await posted(world, 2),
      await posted(world, 3),
      await posted(world, 4, { messageServiceType: 'Verifiable' }),
    ];
    const gone = async () => Promise.all(ids.map(async (id) => (await handOvers(world, id)).length));
    for (let times = 0; times < 3; times += 1) await world.hub.cutBatches();
    expect(await gone()).toEqual([1, 0, 0, 1]);
    await world.moveBy(DAY);
    await world.hub.cutBatches();
    expect(await gone()).toEqual([1, 1, 1, 1]);
  });

  it('may be lowered below a batch that is planned: it goes on a day of its own', async () => {
    const world = await openWorld();
    world.settings.current = { ...SETTINGS, postalCapacity: 5 };
    for (const n of [1, 2, 3]) await posted(world, n);
    const waiting = await world.ports.shelf.list('WAITING', { limit: 9 });
    const [first] = waiting;
    if (!first) throw new Error('no letter waits');
    const kind = { class: first.class, colour: false, duplex: true, envelope: first.envelope, restricted: false };
    const plan = { batchId: 'suunniteltu', kind, state: 'PLANNED' as const, plannedAt: world.now() };
    await world.ports.batches.plan({ ...plan, letters: waiting.map(({ letterId }) => letterId) });
    world.settings.current = { ...SETTINGS, postalCapacity: 1 };
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 3, left: 0 });
    expect(await world.ports.batches.open()).toEqual([]);
  });
});

/** What may happen while letters wait. */
const anyEvent = fc.oneof(
  { weight: 4, arbitrary: fc.constant('SEND' as const) },
  { weight: 2, arbitrary: fc.constant('SEND_REGISTERED' as const) },
  { weight: 4, arbitrary: fc.constant('CUT' as const) },
  { weight: 1, arbitrary: fc.constant('CUT_TWICE_AT_ONCE' as const) },
  fc.constantFrom('SHUT' as const, 'OPEN' as const, 'HOURS' as const, 'DAY' as const),
  fc.integer({ min: 1, max: 4 }).map((capacity) => ({ capacity })),
);

describe('however the gate is moved and the capacity changed', () => {
  it('no letter is lost or doubled, no day has more than it takes, and the shelf drains', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 25 }), fc.boolean(), async (events, cutting) => {
        await live(events, cutting);
      }),
      { numRuns: 25 },
    );
  });
});

type Event = typeof anyEvent extends fc.Arbitrary<infer Each> ? Each : never;

interface Life {
  readonly world: World;
  readonly ids: MessageId[];
  /** The most that a day has had places for. */
  readonly most: Map<string, number>;
}

const CAPACITY = 3;

async function live(events: readonly Event[], cutting: boolean): Promise<void> {
  const world = await openWorld();
  const batches = cutting ? { batches: BATCHES } : {};
  world.settings.current = { ...SETTINGS, ...batches, postalCapacity: CAPACITY };
  const life: Life = { world, ids: [], most: new Map() };
  for (const event of events) {
    noteCapacity(life);
    await happen(life, event);
    noteCapacity(life);
  }
  await setGate(world, true);
  for (let days = 0; days < 30; days += 1) {
    await world.moveBy(DAY);
    noteCapacity(life);
    await world.hub.cutBatches();
  }
  await check(life);
}

function noteCapacity({ world, most }: Life): void {
  const day = helsinkiDay(world.now());
  most.set(day, Math.max(most.get(day) ?? 0, world.settings.current.postalCapacity ?? 0));
}

async function happen(life: Life, event: Event): Promise<void> {
  const { world, ids } = life;
  if (typeof event === 'object') {
    world.settings.current = { ...world.settings.current, postalCapacity: event.capacity };
    return;
  }
  const steps: Record<typeof event, () => Promise<unknown>> = {
    SEND: async () => ids.push(await posted(world, ids.length + 1)),
    SEND_REGISTERED: async () => ids.push(await posted(world, ids.length + 1, { messageServiceType: 'Verifiable' })),
    CUT: async () => world.hub.cutBatches(),
    CUT_TWICE_AT_ONCE: async () => Promise.all([world.hub.cutBatches(), world.hub.cutBatches()]),
    SHUT: async () => setGate(world, false),
    OPEN: async () => setGate(world, true),
    HOURS: async () => world.moveBy(5 * HOUR),
    DAY: async () => world.moveBy(DAY),
  };
  await steps[event]();
}

async function check({ world, ids, most }: Life): Promise<void> {
  expect(world.faults).toEqual([]);
  expect(await lettersStand(world)).toEqual(ids.map(() => 'READY'));
  const days = new Map<string, number>();
  for (const id of ids) {
    const handed = await handOvers(world, id);
    expect(handed).toHaveLength(1);
    for (const { at } of handed) days.set(helsinkiDay(at), 1 + (days.get(helsinkiDay(at)) ?? 0));
  }
  for (const [day, count] of days) expect(count).toBeLessThanOrEqual(most.get(day) ?? 0);
  expect(await world.ports.batches.open()).toEqual([]);
}
