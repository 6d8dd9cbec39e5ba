import { beforeEach, describe, expect, it } from 'vitest';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type DeliveryId, type MessageId, deliveryIdOf } from '#shared/domain/message/ids';
import { MINUTE } from '#shared/kernel/time';
import { TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import type { HubPorts } from '#test/builders/world-hub';
import {
  acting,
  choose,
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  mailboxOf,
  noticesOf,
  openWorld,
  owesNow,
  send,
  withdraw,
} from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

/** Accepted and decided for the mailbox, and not a step further. */
async function decided(): Promise<MessageId> {
  const id = await send(world);
  done(await world.hub.routeMessage(id));
  world.restart();
  return id;
}

const deliver = (id: MessageId) => world.hub.deliverElectronically(deliveryIdOf(id, 1));

/** Something that happens right before or after the hub makes a call. */
function around(part: Partial<HubPorts>) {
  world.restart((ports) => ({ ...ports, ...part }));
}

const channelOf = async (id: MessageId) => foldFacts((await deliveryOf(world, id)).facts).decision;

describe('an electronic delivery', () => {
  it('is stored, listed and told of', async () => {
    const id = await send(world);
    await world.settle();
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'MAILBOX_STORED', 'NOTICE_SENT']);
    expect(await mailboxOf(world)).toMatchObject([
      { messageId: id, title: 'Päätös varhaiskasvatusmaksusta', state: 'NEW' },
    ]);
    expect(noticesOf(world, id)).toMatchObject([{ to: 'active@example.fi', notice: { kind: 'NEW' } }]);
  });

  it('owes nothing when it is done', async () => {
    await send(world);
    await world.settle();
    expect(await owesNow(world)).toBe(false);
    expect((await world.ports.gates.read((await acting(world, TESSA)).recipientId ?? failed()))?.arrivals).toEqual({});
    expect(world.faults).toEqual([]);
  });

  it('is done once, however often its step runs', async () => {
    const id = await send(world);
    await world.settle();
    const before = await deliveryOf(world, id);
    done(await deliver(id));
    done(await deliver(id));
    expect(await deliveryOf(world, id)).toEqual(before);
    expect(noticesOf(world, id)).toHaveLength(1);
  });

  it('stands in the mailbox from its commitment on, before it is on the list', async () => {
    const id = await decided();
    const { gates } = world.ports;
    around({ gates: { ...gates, settle: () => Promise.reject(new Error('lost')) } });
    await expect(deliver(id)).rejects.toThrow('lost');
    expect(await mailboxOf(world)).toMatchObject([{ messageId: id, title: 'Päätös varhaiskasvatusmaksusta' }]);
  });

  it('of a delivery nobody knows is refused', async () => {
    const stray: DeliveryId = deliveryIdOf(await send(world), 9);
    expect(await world.hub.deliverElectronically(stray)).toEqual({ ok: false, refusal: { kind: 'delivery-unknown' } });
  });
});

describe('a consent withdrawn before the message is committed', () => {
  it('kills the decision: nothing enters the mailbox, no notice goes, a letter does', async () => {
    const id = await decided();
    await withdraw(world);
    await world.settle();
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'DECIDED', 'HANDED_TO_POSTAL']);
    expect(await channelOf(id)).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
    expect(await mailboxOf(world)).toEqual([]);
    expect(noticesOf(world, id)).toEqual([]);
    expect(await letters(world)).toHaveLength(1);
  });

  it('and given again kills it too: it is decided anew, for the mailbox', async () => {
    const id = await decided();
    await withdraw(world);
    await choose(world, TESSA, { electronic: true, email: 'new@example.fi' });
    await world.settle();
    expect(await channelOf(id)).toMatchObject({ channel: 'ELECTRONIC', gateVersion: 3 });
    expect(await mailboxOf(world)).toMatchObject([{ messageId: id }]);
    expect(noticesOf(world, id).map(({ to }) => to)).toEqual(['new@example.fi']);
  });

  it('is seen even between the look at the gate and the commitment', async () => {
    const id = await decided();
    const { gates } = world.ports;
    const admit: typeof gates.admit = async (...given) => {
      await withdraw(world);
      return gates.admit(...given);
    };
    around({ gates: { ...gates, admit } });
    done(await deliver(id));
    expect(await mailboxOf(world)).toEqual([]);
    expect(await channelOf(id)).toMatchObject({ channel: 'LETTER' });
  });
});

describe('a consent withdrawn after the message is committed', () => {
  it('leaves it in the mailbox, sends no notice and orders a letter', async () => {
    const id = await decided();
    const { gates } = world.ports;
    const admit: typeof gates.admit = async (...given) => {
      const admitted = await gates.admit(...given);
      await withdraw(world);
      return admitted;
    };
    around({ gates: { ...gates, admit } });
    done(await deliver(id));
    await world.settle();
    expect(await factsOf(world, id)).toEqual([
      'ACCEPTED',
      'DECIDED',
      'MAILBOX_STORED',
      'FALLBACK_STARTED',
      'DECIDED',
      'HANDED_TO_POSTAL',
    ]);
    expect(noticesOf(world, id)).toEqual([]);
    expect(await mailboxOf(world)).toMatchObject([{ messageId: id, state: 'NEW' }]);
    expect((await letters(world)).map(({ letterId }) => letterId)).toEqual([`${id}-1-L2`]);
  });

  it('is found committed by a worker that starts over', async () => {
    const id = await decided();
    const { deliveries } = world.ports;
    around({ deliveries: { ...deliveries, append: () => Promise.reject(new Error('lost')) } });
    await expect(deliver(id)).rejects.toThrow('lost');
    around({ deliveries });
    await withdraw(world);
    await world.moveBy(MINUTE);
    expect((await factsOf(world, id)).filter((type) => type === 'MAILBOX_STORED')).toHaveLength(1);
    expect(await channelOf(id)).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
  });

  it('does not undo what has been told: no letter follows', async () => {
    const id = await send(world);
    await world.settle();
    await withdraw(world);
    await world.moveBy(MINUTE);
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'MAILBOX_STORED', 'NOTICE_SENT']);
    expect(await mailboxOf(world)).toMatchObject([{ messageId: id }]);
    expect(await letters(world)).toEqual([]);
  });

  it('orders no letter for a message that has been opened already', async () => {
    const id = await decided();
    const { deliveries } = world.ports;
    around({ deliveries: { ...deliveries, append: () => Promise.reject(new Error('lost')) } });
    await expect(deliver(id)).rejects.toThrow('lost');
    around({ deliveries });
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    await withdraw(world);
    await world.moveBy(MINUTE);
    expect(await factsOf(world, id)).not.toContain('FALLBACK_STARTED');
    expect(await letters(world)).toEqual([]);
  });
});

function failed(): never {
  throw new Error('nobody is known by that code');
}
