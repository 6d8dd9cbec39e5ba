import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/kernel/time';
import { NOON, SERVICE, TESSA } from '#test/builders/messages';
import { delivery, message } from '#test/builders/messages-stored';
import type { World } from '#test/builders/world';
import {
  acting,
  consenting,
  deliveryOf,
  done,
  factsOf,
  openWorld,
  owesNow,
  send,
  told,
} from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

/** Everything falls out of the work list, as it never should. */
async function forgetWork(): Promise<void> {
  const { index } = world.ports;
  for (let first = await index.earliest(); first; first = await index.earliest())
    for await (const page of index.due(first))
      for (const entry of page) await index.move(entry, { wakeAt: undefined, tries: 0 });
}

describe('the daily comparison with the work list', () => {
  it('finds nothing amiss in a hub that works', async () => {
    await send(world);
    expect(await world.hub.checkIndex()).toBe(0);
    await world.settle();
    expect(await world.hub.checkIndex()).toBe(0);
  });

  it('enters a message nobody has routed, and it goes on its way', async () => {
    const id = await send(world);
    world.restart();
    await forgetWork();
    expect(await world.hub.checkIndex()).toBe(1);
    await world.settle();
    expect(await factsOf(world, id)).toContain('NOTICE_SENT');
  });

  it('enters a delivery that stands still, and it goes on its way', async () => {
    const id = await send(world);
    done(await world.hub.routeMessage(id));
    world.restart();
    await forgetWork();
    expect(await world.hub.checkIndex()).toBe(1);
    await world.settle();
    expect(await factsOf(world, id)).toContain('NOTICE_SENT');
    expect((await told(world)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('enters a message from a person that its authority was not told of', async () => {
    const writing = { title: 'Kysymys', body: 'Hei', attachmentIds: [] };
    done(await world.hub.write(await acting(world, TESSA), SERVICE, writing));
    world.restart();
    await forgetWork();
    expect(await world.hub.checkIndex()).toBe(1);
    await world.settle();
    expect(await told(world)).toHaveLength(1);
  });

  it('enters everything that was lost', async () => {
    for (const n of [1, 2, 3]) await world.ports.messages.put(message(n, { wakeAt: undefined }));
    for (const n of [4, 5]) await world.ports.deliveries.create(delivery(n, { wakeAt: undefined }));
    expect(await world.hub.checkIndex()).toBe(5);
    expect(await world.hub.checkIndex()).toBe(0);
  });

  it('leaves alone a message that is routed, and a delivery that waits for its day', async () => {
    const id = await send(world);
    await world.moveBy(MINUTE);
    const { wakeAt } = await deliveryOf(world, id);
    expect(await world.hub.checkIndex()).toBe(0);
    expect((await deliveryOf(world, id)).wakeAt).toBe(wakeAt);
    expect(await owesNow(world)).toBe(false);
  });

  it('enters each thing at the moment its work is due', async () => {
    await world.ports.messages.put(message(1, { wakeAt: undefined }));
    world.tick(MINUTE);
    await world.ports.deliveries.create(delivery(2, { wakeAt: undefined }));
    await world.hub.checkIndex();
    expect((await world.ports.deliveries.read(delivery(2).deliveryId))?.wakeAt).toBe(NOON);
    expect((await world.ports.messages.read(message(1).messageId))?.wakeAt).toBe(world.now());
  });
});
