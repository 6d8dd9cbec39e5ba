import { beforeEach, describe, expect, it } from 'vitest';
import { type MessageId, deliveryIdOf, externalId } from '#shared/domain/message/ids';
import type { Outages } from '#shared/ports/outages';
import { DAY, HOUR, MINUTE, after } from '#shared/kernel/time';
import { NOON, TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  choose,
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  noticesOf,
  openWorld,
  owesNow,
  send,
  told,
  withdraw,
} from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

const OUTAGE = { outageId: 'katko-1', scope: 'mailbox', startedAt: NOON, prolonged: false };
const declare = async (part: object = {}) => world.hub.declareOutage({ ...OUTAGE, ...part });
const end = async () => declare({ endedAt: world.now() });
const decisionOf = async (id: MessageId) => {
  const last = (await deliveryOf(world, id)).facts.findLast(({ type }) => type === 'DECIDED');
  return last?.type === 'DECIDED' ? last.decision : undefined;
};

async function heldMessage(): Promise<MessageId> {
  await declare();
  const id = await send(world);
  await world.settle();
  expect(await decisionOf(id)).toMatchObject({ channel: 'HOLD', reason: 'OUTAGE_SHORT' });
  return id;
}

async function holds(): Promise<number> {
  let count = 0;
  for await (const page of world.ports.outages.holds('katko-1')) count += page.length;
  return count;
}

describe('a delivery that an outage keeps back', () => {
  it('is decided and held in one write, is in no mailbox and owes its release at the threshold', async () => {
    const id = await heldMessage();
    const { facts, wakeAt } = await deliveryOf(world, id);
    expect(facts.map(({ type }) => type)).toEqual(['ACCEPTED', 'HOLD_STARTED', 'DECIDED']);
    expect(facts.filter(({ attempt }) => attempt !== undefined)).toHaveLength(1);
    expect(wakeAt).toBe(after(NOON, DAY));
    expect(noticesOf(world, id)).toEqual([]);
    expect(await told(world)).toHaveLength(3);
  });

  it('is released at once when the outage ends, and nothing is left behind', async () => {
    const id = await heldMessage();
    await world.moveBy(HOUR);
    await end();
    await world.settle();
    expect(await factsOf(world, id)).toEqual([
      ...['ACCEPTED', 'HOLD_STARTED', 'DECIDED', 'HOLD_RELEASED', 'DECIDED'],
      ...['MAILBOX_STORED', 'NOTICE_SENT'],
    ]);
    expect((await deliveryOf(world, id)).facts.at(-1)?.at).toBe(after(NOON, HOUR));
    expect(await holds()).toBe(0);
    expect(await world.ports.outages.listed()).toEqual([]);
    expect(await owesNow(world)).toBe(false);
  });

  it('is released though every nudge is lost: the outage stands in the work list until it is', async () => {
    const id = await heldMessage();
    await end();
    world.restart();
    await world.moveBy(10 * MINUTE);
    expect(await decisionOf(id)).toMatchObject({ channel: 'ELECTRONIC' });
    expect(await owesNow(world)).toBe(false);
  });

  it('goes by the facts of its release, not of its hold', async () => {
    const id = await heldMessage();
    await withdraw(world);
    await end();
    await world.settle();
    expect(await decisionOf(id)).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
    expect(await letters(world)).toHaveLength(1);
  });

  it('goes on paper when the outage has lasted too long, to the millisecond', async () => {
    const id = await heldMessage();
    await world.moveTo(after(NOON, DAY - 1));
    expect(await decisionOf(id)).toMatchObject({ channel: 'HOLD' });
    await world.moveTo(after(NOON, DAY));
    expect(await decisionOf(id)).toMatchObject({ channel: 'LETTER', reason: 'OUTAGE_PROLONGED' });
    expect((await letters(world))[0]?.orderedAt).toBe(after(NOON, DAY));
    expect(await holds()).toBe(0);
  });

  it('waits on for another outage when its own has ended', async () => {
    const id = await heldMessage();
    await world.moveBy(HOUR);
    await world.hub.declareOutage({ ...OUTAGE, outageId: 'katko-2', startedAt: world.now() });
    await end();
    await world.settle();
    expect(await decisionOf(id)).toMatchObject({
      channel: 'HOLD',
      facts: { outageId: 'katko-2', holdUntil: after(NOON, DAY + HOUR) },
    });
    expect((await factsOf(world, id)).slice(3)).toEqual(['HOLD_RELEASED', 'HOLD_STARTED', 'DECIDED']);
    await world.moveTo(after(NOON, DAY + HOUR));
    expect(await decisionOf(id)).toMatchObject({ reason: 'OUTAGE_PROLONGED' });
  });

  it('is asked again and again, and nothing more is written while it waits', async () => {
    const id = await heldMessage();
    const before = await deliveryOf(world, id);
    await world.hub.releaseHold(before.deliveryId);
    await world.hub.releaseOutage('katko-1');
    await world.settle();
    expect(await factsOf(world, id)).toEqual(before.facts.map(({ type }) => type));
  });

  it('moves its threshold with the beginning of the outage, when that is corrected', async () => {
    const id = await heldMessage();
    await declare({ startedAt: after(NOON, -HOUR) });
    await world.settle();
    expect(await decisionOf(id)).toMatchObject({ facts: { holdUntil: after(NOON, DAY - HOUR) } });
    await world.moveTo(after(NOON, DAY - HOUR));
    expect(await decisionOf(id)).toMatchObject({ reason: 'OUTAGE_PROLONGED' });
  });
});

describe('an outage that ends while a message is being held for it', () => {
  /** The hub with something that happens once, right after a call to the register of outages. */
  const afterCall = (name: 'hold' | 'listed', happens: () => Promise<unknown>) => {
    const left = { times: 1 };
    world.restart((ports) => {
      const { outages } = ports;
      const wrapped: Outages = {
        ...outages,
        hold: async (id, delivery) => {
          await outages.hold(id, delivery);
          if (name === 'hold') await once();
        },
        listed: async () => {
          const found = await outages.listed();
          if (name === 'listed') await once();
          return found;
        },
      };
      return { ...ports, outages: wrapped };
    });
    async function once(): Promise<void> {
      left.times -= 1;
      if (left.times === 0) await happens();
    }
  };

  it.each(['hold', 'listed'] as const)('after %s: it is released all the same, at once', async (name) => {
    await declare();
    afterCall(name, end);
    const id = await send(world);
    await world.settle();
    expect(await decisionOf(id)).toMatchObject({ channel: 'ELECTRONIC', decidedAt: NOON });
    expect(await holds()).toBe(0);
    expect(await owesNow(world)).toBe(false);
  });

  it('and its maker dies before it can look again: the work list finds it', async () => {
    await declare();
    const id = await send(world);
    afterCall('hold', end);
    await world.hub.routeMessage(id);
    world.restart();
    await world.moveBy(2 * MINUTE);
    expect(await decisionOf(id)).toMatchObject({ channel: 'ELECTRONIC' });
    expect(await holds()).toBe(0);
  });

  it('and is looked for before it is written, by a delivery decided anew at the gate: the work list finds it', async () => {
    const id = await send(world);
    done(await world.hub.routeMessage(id));
    await choose(world, TESSA, { electronic: true, email: 'uusi@example.fi' });
    await declare();
    afterCall('hold', async () => {
      await end();
      await world.hub.releaseOutage('katko-1');
    });
    await world.hub.deliverElectronically(deliveryIdOf(id, 1));
    expect(await decisionOf(id)).toMatchObject({ channel: 'HOLD' });
    world.restart();
    await world.moveBy(5 * MINUTE);
    expect(await decisionOf(id)).toMatchObject({ channel: 'ELECTRONIC' });
    expect(await holds()).toBe(0);
    expect(await owesNow(world)).toBe(false);
  });

  it('and a hold is left by a maker that died before it wrote: it is let go once the message has gone another way', async () => {
    await declare();
    const id = await send(world);
    await world.ports.outages.hold('katko-1', deliveryIdOf(id, 1));
    await end();
    await world.settle();
    await world.moveBy(5 * MINUTE);
    expect(await decisionOf(id)).toMatchObject({ channel: 'ELECTRONIC' });
    expect(await holds()).toBe(0);
    expect(await owesNow(world)).toBe(false);
  });
});

describe('an outage', () => {
  it('that begins later keeps nothing back before', async () => {
    await declare({ startedAt: after(NOON, HOUR) });
    const id = await send(world);
    await world.settle();
    expect(await decisionOf(id)).toMatchObject({ channel: 'ELECTRONIC' });
    await world.moveTo(after(NOON, HOUR));
    const second = await send(world, { externalId: externalId.parse('asia-2') });
    await world.settle();
    expect(await decisionOf(second)).toMatchObject({ channel: 'HOLD' });
  });

  it('that begins between the mailbox and the notice does not take back what is there', async () => {
    const id = await send(world);
    done(await world.hub.routeMessage(id));
    await declare();
    await world.settle();
    expect(await decisionOf(id)).toMatchObject({ channel: 'ELECTRONIC' });
    expect(noticesOf(world, id)).toHaveLength(1);
  });

  it('of which nobody was to hear is declared after it has ended, and leaves nothing to do', async () => {
    await declare({ startedAt: after(NOON, -HOUR), endedAt: after(NOON, -MINUTE) });
    await world.settle();
    expect(await world.ports.outages.listed()).toEqual([]);
    expect(await world.ports.index.earliest()).toBeUndefined();
  });
});
