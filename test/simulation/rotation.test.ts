import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LiveVersions } from '#shared/adapters/crypto/live-versions';
import { makeMemoryKeyStore } from '#shared/adapters/memory/key-store';
import { makeMemoryAliases } from '#shared/adapters/memory/mailboxes';
import type { RecipientId } from '#shared/domain/message/ids';
import { PARTS } from '#shared/domain/rotation/rotation';
import { makeAliasRows, makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { recipientNo } from '#test/builders/messages-stored';
import { PAULA, TESSA } from '#test/builders/messages';
import { testSealer } from '#test/builders/stores';
import { Killed } from '#test/simulation/gate-world';

/**
 * A model of a change of the key of hashes: processes that know of it and processes that do not yet find and enrol the same
 * people at once, some are killed, the walk moves what lies under the old key, and every call to the store waits for its turn.
 */

const OLD: LiveVersions = { current: 1, previousFirst: false };
const OPENING: LiveVersions = { current: 2, previous: 1, previousFirst: true };
const MOVING: LiveVersions = { current: 2, previous: 1, previousFirst: false };
const SETTLED: LiveVersions = { current: 2, previousFirst: false };

/** What processes may know at the same time: each state is known everywhere before the one after the next begins. */
const STAGES = [
  { known: [OLD, OPENING], walks: false },
  { known: [OPENING, MOVING], walks: false },
  { known: [MOVING], walks: true },
  { known: [MOVING, SETTLED], walks: false },
];

const task = fc.record({
  person: fc.constantFrom(TESSA, PAULA),
  does: fc.constantFrom('find', 'enrol'),
  known: fc.nat(),
  calls: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
});
type Task = typeof task extends fc.Arbitrary<infer T> ? T : never;
const tasks = fc.array(task, { minLength: 1, maxLength: 5 });
/** `looked`: whether everybody is looked for after each stage, which binds them anew, or after the last alone. */
const plan = fc.record({ stages: fc.tuple(tasks, tasks, tasks, tasks), looked: fc.boolean() });

type Told = Map<string, Set<RecipientId>>;
type Model = ReturnType<typeof makeModel>;

function makeModel() {
  const aliases = makeMemoryAliases();
  const keys = makeMemoryKeyStore();
  const told: Told = new Map();
  let candidates = 0;

  function processOf(known: LiveVersions, scheduler?: fc.Scheduler, calls = Number.POSITIVE_INFINITY) {
    let left = calls;
    const turn = async (): Promise<void> => {
      if (scheduler) await scheduler.schedule(Promise.resolve());
      left -= 1;
      if (left < 0) throw new Killed();
    };
    const waiting: typeof aliases = {
      read: async (hash) => turn().then(async () => aliases.read(hash)),
      bind: async (hash, alias) => turn().then(async () => aliases.bind(hash, alias)),
      someUnder: async (version, part) => aliases.someUnder(version, part),
      remove: async (hash) => turn().then(async () => aliases.remove(hash)),
    };
    const ports = { aliases: waiting, sealer: testSealer(keys, async () => known) };
    return { ids: makeRecipientIds(ports), rows: makeAliasRows(ports) };
  }

  async function perform({ person, does, calls }: Task, known: LiveVersions, scheduler?: fc.Scheduler): Promise<void> {
    const { ids } = processOf(known, scheduler, calls);
    candidates += 1;
    const id = await (does === 'find' ? ids.find(person) : ids.enrol(person, recipientNo(candidates)));
    if (id) told.set(person, (told.get(person) ?? new Set()).add(id));
  }

  async function walk(scheduler?: fc.Scheduler): Promise<void> {
    const { rows } = processOf(MOVING, scheduler);
    for (const part of PARTS) while ((await rows.moveSome(1, part)).more);
  }

  return { aliases, told, perform, walk, processOf };
}

async function play(model: Model, scheduler: fc.Scheduler, stage: (typeof STAGES)[number], all: readonly Task[]) {
  const running = all.map(async (each) =>
    untilKilled(model.perform(each, stage.known[each.known % stage.known.length] ?? OLD, scheduler)),
  );
  await scheduler.waitFor(Promise.all([...running, ...(stage.walks ? [model.walk(scheduler)] : [])]));
}

async function untilKilled(running: Promise<unknown>): Promise<void> {
  try {
    await running;
  } catch (fault) {
    if (!(fault instanceof Killed)) throw fault;
  }
}

async function expectFound({ told, processOf }: Model, views: readonly LiveVersions[]): Promise<void> {
  for (const [person, ids] of told)
    for (const known of views) expect(await processOf(known).ids.find(person)).toBe([...ids][0]);
}

const idsTold = ({ told }: Model) => [...told.values()].map((ids) => ids.size);

describe('a change of the key of hashes', () => {
  it('gives nobody two ids and loses nobody, however enrolments on the old key and the new one race', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), plan, async (scheduler, { stages, looked }) => {
        const model = makeModel();
        for (const [i, stage] of STAGES.entries()) {
          await play(model, scheduler, stage, stages[i] ?? []);
          expect(Math.max(0, ...idsTold(model))).toBeLessThanOrEqual(1);
          if (looked || i === STAGES.length - 1) await expectFound(model, stage.known);
        }
        for (const part of PARTS) expect(await model.aliases.someUnder(1, part)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is what the model looks at: a walk begun while some know the old key alone makes two of one', async () => {
    const early = { known: [OLD, OPENING], walks: true };
    const runs = await fc.check(
      fc.asyncProperty(fc.scheduler(), tasks, tasks, async (scheduler, first, second) => {
        const model = makeModel();
        await play(model, scheduler, early, first);
        await play(model, scheduler, early, second);
        expect(Math.max(0, ...idsTold(model))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
    expect(runs.failed).toBe(true);
  });
});
