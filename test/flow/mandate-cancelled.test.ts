import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MandateId } from '#shared/domain/mandate/mandate';
import { type MessageId, type RecipientId, deliveryIdOf } from '#shared/domain/message/ids';
import { makePowers } from '#shared/flow/mandate/powers';
import { DAY, HOUR } from '#shared/kernel/time';
import { PAULA, TESSA, electronicPart, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { mortal, watched } from '#test/builders/world-crash';
import { roads } from '#test/builders/world-families';
import { type Hub, type HubPorts, openHub } from '#test/builders/world-hub';
import { held, withTwo } from '#test/builders/world-mandates';
import { acting, choose, done, letters, mailboxOf, openWorld, send, upload } from '#test/builders/world-people';

interface Case {
  readonly world: World;
  readonly agent: RecipientId;
  readonly id: MessageId;
  readonly mandateId: MandateId;
}

/** What has happened by now. */
interface Course {
  /** The cancellation has answered. */
  cancelled: boolean;
  /** Commits to the agent's mailbox before that answer, and after it. */
  readonly commits: { before: number; after: number };
}

const VERIFIABLE = { electronic: electronicPart({ messageServiceType: 'Verifiable' }) };

const courseOf = (): Course => ({ cancelled: false, commits: { before: 0, after: 0 } });

/** As deployed: the mandates given here are asked live. */
const live = (ports: HubPorts): HubPorts => ({ ...ports, powers: makePowers(ports) });

/** Paula receives in Tessa's place, by her own consent; a message to Tessa is accepted, and nothing more. */
async function accepted(part: Parameters<typeof send>[1] = {}): Promise<Case> {
  const world = await openWorld();
  world.restart(live);
  await withTwo(world);
  await choose(world, PAULA, { electronic: true, email: 'paula@example.fi' });
  const { mandate } = await held(world, { mayReceiveService: true });
  await world.settle();
  const id = await send(world, { paperMail: paperPart(await upload(world)), recipient: { id: TESSA }, ...part });
  return { world, id, agent: mandate.holder, mandateId: mandate.mandateId };
}

async function cancel({ world, mandateId }: Case, hub: Hub, course: Course): Promise<void> {
  done(await hub.answerMandate(await acting(world, TESSA), mandateId, 'END'));
  course.cancelled = true;
}

/** One worker takes the message all the way. */
async function deliver({ id }: Case, hub: Hub): Promise<void> {
  done(await hub.routeMessage(id));
  await hub.deliverElectronically(deliveryIdOf(id, 1));
}

/** Counts the commits. */
function counting({ agent }: Case, ports: HubPorts, course: Course): HubPorts {
  const { gates } = ports;
  return {
    ...ports,
    gates: {
      ...gates,
      admit: async (at, ...given) => {
        const admitted = await gates.admit(at, ...given);
        if (admitted.ok && at.recipientId === agent) course.commits[course.cancelled ? 'after' : 'before'] += 1;
        return admitted;
      },
    },
  };
}

/** What is left undone is done by a process that knows nothing of the ones before. */
async function finish({ world }: Case): Promise<void> {
  world.restart(live);
  await world.moveBy(2 * HOUR);
}

/** The road of the delivery, and how often the message lies in the agent's mailbox and among the letters. */
async function endOf({ world, id }: Case): Promise<readonly unknown[]> {
  return [await roads(world, id), (await mailboxOf(world, PAULA)).length, (await letters(world)).length];
}

/**
 * Not one commit after the answer. What had passed before it is in the agent's mailbox; what was resolved to the agent before it
 * is left to the authority; all else goes to the principal.
 */
async function expectLinear(each: Case, { commits }: Course): Promise<void> {
  expect(commits.after).toBe(0);
  const ends = commits.before > 0 ? [IN_TIME] : [TOO_LATE, TO_PRINCIPAL];
  expect(ends).toContainEqual(await endOf(each));
}

const IN_TIME = [['AGENT R5 ELECTRONIC'], 1, 0];
const TOO_LATE = [['AGENT R5 MANUAL'], 0, 0];
const TO_PRINCIPAL = [['SELF  ELECTRONIC'], 0, 0];

describe('a mandate cancelled while a message is on its way to the agent', () => {
  it('lets nothing into the agent’s mailbox any more, before whichever call of the road it is cancelled', async () => {
    const ends = new Set<string>();
    for (let at = 1, reached = true; reached; at += 1) {
      const each = await accepted();
      const course = courseOf();
      let calls = 0;
      const person = openHub({ ...each.world.ports });
      const cancelling = async (call: () => unknown) => {
        calls += 1;
        if (calls === at) await cancel(each, person, course);
        return call();
      };
      each.world.restart((ports) => live(watched(counting(each, ports, course), cancelling)));
      await deliver(each, each.world.hub);
      reached = calls >= at;
      await finish(each);
      if (reached) await expectLinear(each, course);
      ends.add(JSON.stringify(await endOf(each)));
    }
    expect([...ends].sort()).toEqual([IN_TIME, TOO_LATE, TO_PRINCIPAL].map((end) => JSON.stringify(end)));
  });

  it(
    'is before or after the commit and never both, whoever’s turn it is at each call',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          const each = await accepted();
          const course = courseOf();
          const inTurn = async (call: () => unknown) => {
            await scheduler.schedule(Promise.resolve());
            return call();
          };
          const { ports } = each.world;
          const hub = () => openHub(live(watched(counting(each, ports, course), inTurn)));
          await scheduler.waitFor(Promise.all([deliver(each, hub()), cancel(each, hub(), course)]));
          await finish(each);
          await expectLinear(each, course);
        }),
        { numRuns: 200, endOnFailure: true },
      );
    },
  );

  it('leaves the message to the authority, however often the process dies on the way', async () => {
    for (const death of ['before', 'after'] as const)
      for (let at = 1, died = true; died; at += 1) {
        const each = await accepted();
        const { world, id } = each;
        done(await world.hub.routeMessage(id));
        await cancel(each, world.hub, courseOf());
        world.restart((ports) => mortal(live(ports), { at, death }));
        died = await world.hub.deliverElectronically(deliveryIdOf(id, 1)).then(
          () => false,
          () => true,
        );
        await finish(each);
        expect([at, await endOf(each)]).toEqual([at, TOO_LATE]);
      }
  });

  it('leaves what waits unread to the authority when its window is over: no letter goes to who is no agent any more', async () => {
    const each = await accepted(VERIFIABLE);
    await each.world.settle();
    expect(await endOf(each)).toEqual(IN_TIME);
    await cancel(each, each.world.hub, courseOf());
    await each.world.moveBy(30 * DAY);
    expect(await endOf(each)).toEqual([['AGENT R5 MANUAL'], 1, 0]);
    expect(await each.world.hub.openMessage(await acting(each.world, PAULA), each.id)).toMatchObject({ ok: false });
  });

  it('prints no letter to who was an agent when it was decided', async () => {
    const each = await accepted();
    await choose(each.world, PAULA, { electronic: false });
    done(await each.world.hub.routeMessage(each.id));
    expect(await roads(each.world, each.id)).toEqual(['AGENT R5 LETTER']);
    await cancel(each, each.world.hub, courseOf());
    await each.world.settle();
    expect(await endOf(each)).toEqual(TOO_LATE);
  });

  it('takes a letter that waits for its batch off the shelf', async () => {
    const each = await accepted();
    const { world } = each;
    world.settings.current = { ...world.settings.current, batches: { times: ['16:00'], mostLetters: 3 } };
    await choose(world, PAULA, { electronic: false });
    await world.settle();
    expect((await letters(world)).map(({ state }) => state)).toEqual(['WAITING']);
    await cancel(each, world.hub, courseOf());
    await world.moveBy(DAY);
    expect(await world.hub.cutBatches()).toEqual({ batches: 0, letters: 0, left: 0 });
    await world.settle();
    expect(await endOf(each)).toEqual(TOO_LATE);
  });
});
