import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { type MessageId, type RecipientId, deliveryIdOf } from '#shared/domain/message/ids';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { TESSA } from '#test/builders/messages';
import { type World, makeWorld, processOf } from '#test/simulation/gate-world';

/**
 * A person changes their mind while fifty deliveries to them are under way at once, each in a worker of its own, and a
 * scheduler decides at every call to a store whose turn it is. Two hundred such runs are ten thousand deliveries, counted
 * when each has been seen at its end. What is killed half-way is the matter of the gate's other model.
 */
const AT_ONCE = 50;
const WITHDRAWALS = 200;
const GIVINGS = 20;

/** Milliseconds for all of it on a machine that has other work too. */
const PATIENCE = 180_000;

/** Each choice is the opposite of the one before, and is made after so many turns of the scheduler. */
const choices = fc.array(fc.nat(25), { minLength: 1, maxLength: 3 });
const race = fc.record({ choices, doubled: fc.boolean(), routedBefore: fc.nat(AT_ONCE) });
type Race = typeof race extends fc.Arbitrary<infer T> ? T : never;

/** What stood when a choice was answered, and when the next one was about to be made. */
interface Reign {
  readonly electronic: boolean;
  readonly commitsBefore: number;
  commitsAfter?: number;
  /** Messages whose first worker began only when the choice had been answered. */
  readonly begun: MessageId[];
}

/** How deliveries of all runs ended. */
interface Tally {
  mailbox: number;
  letter: number;
}

async function play(world: World, scheduler: fc.Scheduler, each: Race): Promise<readonly Reign[]> {
  const reigns: Reign[] = [];
  const early = world.accepted.slice(0, each.routedBefore);
  for (const id of early) await processOf(world, { epoch: 2 }).routeMessage(id);
  const untouched = new Set(world.accepted.slice(each.routedBefore));
  const workers = world.accepted.flatMap((id, i) =>
    (each.doubled && i % 10 === 0 ? [1000, 2000] : [1000]).map(async (epoch) => {
      await turns(scheduler, i % 20);
      if (untouched.delete(id)) reigns.at(-1)?.begun.push(id);
      await work(processOf(world, { epoch: epoch + i, scheduler }), id);
    }),
  );
  await scheduler.waitFor(Promise.all([...workers, choose(world, scheduler, { each, reigns })]));
  return reigns;
}

async function tessaIn({ stores, sealer }: World): Promise<RecipientId | undefined> {
  return makeRecipientIds({ ...stores, sealer }).find(TESSA);
}

/** One worker takes one message all the way. */
async function work(process: ReturnType<typeof processOf>, id: MessageId): Promise<void> {
  await process.routeMessage(id);
  await process.deliverElectronically(deliveryIdOf(id, 1));
  await process.orderPrint(deliveryIdOf(id, 1));
}

async function choose(
  world: World,
  scheduler: fc.Scheduler,
  { each, reigns }: { readonly each: Race; readonly reigns: Reign[] },
): Promise<void> {
  const recipient = await tessaIn(world);
  for (const [i, patience] of each.choices.entries()) {
    await turns(scheduler, patience);
    const person = processOf(world, { epoch: 50 + i, scheduler });
    const { gate, version } = await person.consentOf(recipient ?? (await tessaIn(world)));
    const last = reigns.at(-1);
    if (last) last.commitsAfter = world.commits.length;
    const electronic = gate?.electronic !== true;
    const answer = await person.setConsent(electronic, version);
    if (!answer.ok) throw new Error('the only choice under way was refused');
    reigns.push({ electronic, commitsBefore: world.commits.length, begun: [] });
  }
}

async function turns(scheduler: fc.Scheduler, count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await scheduler.schedule(Promise.resolve(), 'waits');
}

/** From the answer to a withdrawal until the person thinks again, and for ever after the last: not one commit. */
function checkReigns({ commits }: World, reigns: readonly Reign[]): void {
  const withdrawn = reigns.filter(({ electronic }) => !electronic);
  expect(withdrawn.map(({ commitsAfter = commits.length }) => commitsAfter)).toEqual(
    withdrawn.map(({ commitsBefore }) => commitsBefore),
  );
  expect(commits.every(({ electronic }) => electronic)).toBe(true);
}

/** What began after consent was given, and stayed given, is in the mailbox. */
function checkGiven(reigns: readonly Reign[], ends: ReadonlyMap<MessageId, End>): void {
  const last = reigns.at(-1);
  if (last?.electronic === true) expect(last.begun.filter((id) => ends.get(id) !== 'mailbox')).toEqual([]);
}

const ENDS: readonly string[] = ['NOTICE_SENT', 'HANDED_TO_POSTAL'];

/** What met another writer is still owed: the hub takes it up again. */
async function finish(world: World): Promise<void> {
  for (const id of world.accepted) {
    const facts = (await world.stores.deliveries.read(deliveryIdOf(id, 1)))?.facts ?? [];
    if (!facts.some(({ type }) => ENDS.includes(type))) await work(processOf(world, { epoch: 500 }), id);
  }
}

type End = keyof Tally;

const endOf = (facts: readonly DeliveryFact[]): End =>
  foldFacts(facts).decision?.channel === 'ELECTRONIC' ? 'mailbox' : 'letter';

/** Told of in the mailbox or handed to the post: one of them, once, with what lies in the mailbox and on the shelf alike. */
async function endsOf(world: World): Promise<ReadonlyMap<MessageId, End>> {
  const { stores, accepted } = world;
  const recipient = await tessaIn(world);
  const entries = recipient ? await stores.entries.list(recipient, { limit: 2 * AT_ONCE }) : [];
  const letters = await stores.shelf.list('READY', { limit: 2 * AT_ONCE });
  const ends = new Map<MessageId, End>();
  for (const id of accepted) {
    const facts = (await stores.deliveries.read(deliveryIdOf(id, 1)))?.facts ?? [];
    checkFacts(facts);
    const stored = facts.some(({ type }) => type === 'MAILBOX_STORED');
    expect(entries.filter(({ messageId }) => messageId === id)).toHaveLength(stored ? 1 : 0);
    const posted = letters.filter(({ letterId }) => letterId.startsWith(`${id}-`));
    expect(posted).toHaveLength(endOf(facts) === 'letter' ? 1 : 0);
    ends.set(id, endOf(facts));
  }
  return ends;
}

/** Of what was in the mailbox and still became a letter it is on record why; and nothing is on record that did not happen. */
function checkFacts(facts: readonly DeliveryFact[]): void {
  const types = facts.map(({ type }) => type);
  const end = endOf(facts);
  expect(types.filter((type) => ENDS.includes(type))).toEqual([end === 'mailbox' ? 'NOTICE_SENT' : 'HANDED_TO_POSTAL']);
  expect(types).not.toContain('NOTICE_BOUNCED');
  expect(types.includes('FALLBACK_STARTED')).toBe(end === 'letter' && types.includes('MAILBOX_STORED'));
}

async function raceAll({ consenting, numRuns }: { consenting: boolean; numRuns: number }): Promise<Tally> {
  const tally: Tally = { mailbox: 0, letter: 0 };
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), race, async (scheduler, each) => {
      const world = await makeWorld({ consenting, messages: AT_ONCE });
      const reigns = await play(world, scheduler, each);
      await finish(world);
      checkReigns(world, reigns);
      const ends = await endsOf(world);
      checkGiven(reigns, ends);
      for (const end of ends.values()) tally[end] += 1;
    }),
    { numRuns, endOnFailure: true },
  );
  return tally;
}

describe('deliveries under way', () => {
  it(
    'see a withdrawal, ten thousand of them: none is committed after its answer, and each ends in the mailbox or in a letter',
    async () => {
      const { mailbox, letter } = await raceAll({ consenting: true, numRuns: WITHDRAWALS });
      expect(mailbox + letter).toBe(10_000);
      expect(Math.min(mailbox, letter)).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  it(
    'see a consent given: what begins after its answer is in the mailbox, and each has one end',
    async () => {
      const { mailbox, letter } = await raceAll({ consenting: false, numRuns: GIVINGS });
      expect(mailbox + letter).toBe(GIVINGS * AT_ONCE);
      expect(Math.min(mailbox, letter)).toBeGreaterThan(0);
    },
    PATIENCE,
  );
});
