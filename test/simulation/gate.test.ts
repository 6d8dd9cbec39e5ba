import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMemoryTrash } from '#shared/adapters/memory/trash';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { deliveryIdOf } from '#shared/domain/message/ids';
import { makeListMailbox } from '#shared/flow/mailbox/list-mailbox';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import type { Gates } from '#shared/ports/mailboxes';
import { TESSA } from '#test/builders/messages';
import { Killed, type World, makeWorld, processOf, recover } from '#test/simulation/gate-world';

/**
 * A model of the gate: workers that deliver the same message (queues double their records), a person who withdraws and
 * consents again, and processes that are killed, their calls to the stores interleaved in every order a scheduler finds.
 */

/** One process of a run. `calls`: how many calls to a store it makes before it is killed. */
const worker = fc.record({
  task: fc.constantFrom('route', 'deliver', 'print'),
  calls: fc.option(fc.integer({ min: 0, max: 14 }), { nil: undefined }),
});
const choice = fc.record({
  electronic: fc.boolean(),
  calls: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
});
const plan = fc.record({
  routedBefore: fc.boolean(),
  workers: fc.array(worker, { minLength: 1, maxLength: 4 }),
  choices: fc.array(choice, { minLength: 1, maxLength: 3 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

async function play(world: World, scheduler: fc.Scheduler, { routedBefore, workers, choices }: Plan): Promise<void> {
  const delivery = deliveryIdOf(world.message, 1);
  if (routedBefore) await processOf(world, { epoch: 2 }).routeMessage(world.message);
  const running = [
    ...workers.map(async ({ task, calls }, i) => {
      const process = processOf(world, { epoch: 10 + i, scheduler, calls });
      if (task === 'route') await process.routeMessage(world.message);
      await process.deliverElectronically(delivery);
      await process.orderPrint(delivery);
    }),
    choose(world, scheduler, choices),
  ].map(untilKilled);
  await scheduler.waitFor(Promise.all(running));
}

/** One person makes one choice after another, each on the version seen. */
async function choose(world: World, scheduler: fc.Scheduler, choices: Plan['choices']): Promise<void> {
  for (const [i, { electronic, calls }] of choices.entries()) {
    const process = processOf(world, { epoch: 50 + i, scheduler, calls });
    const recipient = await makeRecipientIds({ ...world.stores, sealer: world.sealer }).find(TESSA);
    const { version } = await process.consentOf(recipient);
    await process.setConsent(electronic, version);
  }
}

async function untilKilled(running: Promise<unknown>): Promise<void> {
  try {
    await running;
  } catch (fault) {
    if (!(fault instanceof Killed)) throw fault;
  }
}

/** Runs of the model; a broken gate is looked for until it shows. */
const RUNS = 500;
const LONGEST_SEARCH = 20_000;

async function storm(
  breakGate?: (gates: Gates) => Gates,
  check: (world: World) => Promise<void> = checkAll,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), plan, async (scheduler, each) => {
      const world = await makeWorld({ breakGate });
      await play(world, scheduler, each);
      await recover(world);
      await check(world);
    }),
    { numRuns: breakGate ? LONGEST_SEARCH : RUNS, endOnFailure: true },
  );
}

async function checkAll(world: World): Promise<void> {
  checkCommits(world);
  await checkEnd(world);
}

/** No electronic commit is ordered after the withdrawal: each happened while the gate stood open. */
function checkCommits({ commits }: World): void {
  expect(commits.every(({ electronic }) => electronic)).toBe(true);
}

/** What was committed stays in the mailbox. One message, one end: in the mailbox once and told, or one letter; both only with a fallback on record. */
async function checkEnd({ stores, sealer, clock, message, commits }: World): Promise<void> {
  const delivery = await stores.deliveries.read(deliveryIdOf(message, 1));
  const recipient = await makeRecipientIds({ ...stores, sealer }).find(TESSA);
  if (!delivery || !recipient) throw new Error('the delivery of the model is gone');
  const { decision, noticed } = foldFacts(delivery.facts);
  const types = delivery.facts.map(({ type }) => type);
  const list = await makeListMailbox({ ...stores, trash: makeMemoryTrash(), sealer, clock })(recipient, { limit: 10 });
  const letters = await stores.shelf.list('READY', { limit: 10 });

  expect(list.lines).toHaveLength(commits.length > 0 ? 1 : 0);
  expect(types.includes('MAILBOX_STORED')).toBe(commits.length > 0);
  expect(letters).toHaveLength(types.filter((type) => type === 'HANDED_TO_POSTAL').length);
  if (decision?.channel === 'ELECTRONIC')
    expect({ list: list.lines.length, letters: letters.length, noticed }).toEqual({
      list: 1,
      letters: 0,
      noticed: true,
    });
  else expect(letters).toHaveLength(1);
  if (list.lines.length + letters.length > 1) expect(types).toContain('FALLBACK_STARTED');
  expect(stores.mailer.sent.filter(({ about }) => about === delivery.deliveryId).length).toBeLessThanOrEqual(2);
}

describe('the gate', () => {
  it('lets no interleaving of delivery, withdrawal and restart commit after a withdrawal, lose the message or send it twice', async () => {
    await storm();
  });

  it('is what the model looks at: without its version check a violation is found', async () => {
    const open = (gates: Gates): Gates => ({
      ...gates,
      admit: async ({ recipientId }, delivery, arrival) => {
        const gate = await gates.read(recipientId);
        return gates.admit({ recipientId, version: gate?.version ?? 0 }, delivery, arrival);
      },
    });
    await expect(
      storm(open, async (world) => {
        checkCommits(world);
      }),
    ).rejects.toThrow();
  });

  it('is what the model looks at: where arrivals can not be seen, messages are lost or doubled', async () => {
    const forgetful = (gates: Gates): Gates => ({
      ...gates,
      read: async (id) => {
        const gate = await gates.read(id);
        return gate && { ...gate, arrivals: {} };
      },
    });
    await expect(storm(forgetful)).rejects.toThrow();
  });
});
