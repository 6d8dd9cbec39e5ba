import { describe, expect, it } from 'vitest';
import { type MessageId, deliveryIdOf } from '#shared/domain/message/ids';
import { HOUR, MINUTE, after } from '#shared/kernel/time';
import { NOON, PAULA, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { mortal } from '#test/builders/world-crash';
import { AINO, live, mandate, roads } from '#test/builders/world-families';
import { acting, choose, done, letters, mailboxOf, openWorld, send, upload } from '#test/builders/world-people';

describe('a mandate that ends while a message is on its way to the agent', () => {
  const END = after(NOON, 10 * MINUTE);

  async function onItsWay(): Promise<{ world: World; id: MessageId; version: number | undefined }> {
    const world = await openWorld();
    await live(world, PAULA, { name: 'Postila Paula' });
    await live(world, AINO, { name: 'Asiamies Aino' });
    await choose(world, AINO, { electronic: true, email: 'aino@example.fi' });
    await world.settle();
    mandate(world, PAULA, { validTo: END });
    const id = await send(world, {
      paperMail: paperPart(await upload(world)),
      recipient: { id: PAULA },
      hub: { matterId: 'M1' },
    });
    done(await world.hub.routeMessage(id));
    world.nudger.take('deliver-electronically');
    return { world, id, version: (await gateOf(world))?.version };
  }

  async function gateOf(world: World) {
    const { recipientId } = await acting(world, AINO);
    return recipientId && world.ports.gates.read(recipientId);
  }

  it('lets it in a moment before its end', async () => {
    const { world, id } = await onItsWay();
    world.tick(10 * MINUTE - 1);
    done(await world.hub.deliverElectronically(deliveryIdOf(id, 1)));
    expect(await roads(world, id)).toEqual(['AGENT R5 ELECTRONIC']);
    expect(await mailboxOf(world, AINO)).toHaveLength(1);
  });

  it('moves the gate, and the message is left to the authority', async () => {
    const { world, id, version = 0 } = await onItsWay();
    world.tick(10 * MINUTE);
    done(await world.hub.deliverElectronically(deliveryIdOf(id, 1)));
    await world.settle();
    expect(await roads(world, id)).toEqual(['AGENT R5 MANUAL']);
    expect((await gateOf(world))?.version).toBe(version + 1);
    expect([await mailboxOf(world, AINO), await letters(world)]).toEqual([[], []]);
  });

  it('does so however often the process dies on the way, and never both', async () => {
    for (const death of ['before', 'after'] as const)
      for (let at = 1, died = true; died; at += 1) {
        const { world, id } = await onItsWay();
        world.tick(10 * MINUTE);
        world.restart((ports) => mortal(ports, { at, death }));
        died = await world.hub.deliverElectronically(deliveryIdOf(id, 1)).then(
          () => false,
          () => true,
        );
        world.restart();
        await world.moveBy(2 * HOUR);
        expect([at, await roads(world, id), await mailboxOf(world, AINO)]).toEqual([at, ['AGENT R5 MANUAL'], []]);
      }
  });

  it('leaves in the mailbox what had passed the gate before it, though the process died right after', async () => {
    const { world, id } = await onItsWay();
    world.tick(10 * MINUTE - 1);
    world.restart((ports) => ({
      ...ports,
      deliveries: { ...ports.deliveries, append: async () => Promise.reject(new Error('gone')) },
    }));
    await expect(world.hub.deliverElectronically(deliveryIdOf(id, 1))).rejects.toThrow('gone');
    world.restart();
    await world.moveBy(2 * HOUR);
    expect(await roads(world, id)).toEqual(['AGENT R5 ELECTRONIC']);
    expect(await mailboxOf(world, AINO)).toHaveLength(1);
  });
});
