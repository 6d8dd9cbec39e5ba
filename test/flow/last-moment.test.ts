import { beforeEach, describe, expect, it } from 'vitest';
import { factFlags } from '#shared/domain/service-of-document/fact-flags';
import { type MessageId, deliveryIdOf } from '#shared/domain/message/ids';
import { DAY, HOUR } from '#shared/kernel/time';

import { PAULA, TESSA, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  acting,
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  mailboxOf,
  openWorld,
  send,
  upload,
} from '#test/builders/world-people';
import { at, sendVerifiable, serviceOf } from '#test/builders/world-service';

let world: World;
let id: MessageId;

async function begin(start: string): Promise<void> {
  world = await openWorld({ start: at(start) });
  await consenting(world);
}

describe('the last moment before a letter', () => {
  beforeEach(async () => {
    await begin('2026-11-23T08:15:00Z');
    id = await sendVerifiable(world);
    world.nudger.lose(true);
    await world.moveTo(at('2026-12-01T03:59:59Z'));
    world.tick(1000);
    done(await world.hub.settleService(deliveryIdOf(id, 1)));
  });

  const open = async () => {
    const tessa = await acting(world, TESSA);
    done(await world.hub.acknowledge(tessa, id));
    return done(await world.hub.openMessage(tessa, id));
  };

  it('still lets the recipient open it: nothing is printed then', async () => {
    expect((await factsOf(world, id)).at(-1)).toBe('DECIDED');
    await open();
    done(await world.hub.orderPrint(deliveryIdOf(id, 1)));
    await world.moveBy(DAY);
    expect(await letters(world)).toEqual([]);
    expect(await serviceOf(world, id)).toMatchObject({ status: 'SERVED', deemedDate: '2026-12-01', attempt: 1 });
    expect(factFlags(await deliveryOf(world, id))).toEqual(['AFTER_WINDOW']);
    expect(await mailboxOf(world)).toMatchObject([{ state: 'OPENED' }]);
  });

  it('is over when the order is on its way, though its answer is lost', async () => {
    const { printHouse } = world.ports;
    world.restart((ports) => ({
      ...ports,
      printHouse: {
        order: async (letter) => {
          await printHouse.order(letter);
          throw new Error('the answer was lost');
        },
      },
    }));
    await expect(world.hub.orderPrint(deliveryIdOf(id, 1))).rejects.toThrow('lost');
    await open();
    world.restart();
    await world.moveBy(2 * HOUR);
    const facts = await factsOf(world, id);
    expect([facts.includes('OPENED'), facts.includes('OPENED_LATE'), facts.includes('HANDED_TO_POSTAL')]).toEqual([
      false,
      true,
      true,
    ]);
    expect(await letters(world)).toHaveLength(1);
    expect((await deliveryOf(world, id)).claim).toBeUndefined();
  });

  it('makes the order fail that saw the message unopened, and nothing is printed', async () => {
    const { deliveries } = world.ports;
    world.restart((ports) => ({
      ...ports,
      press: {
        compose: async (draft) => {
          const composed = await ports.press.compose(draft);
          const unopened = await deliveries.read(deliveryIdOf(id, 1));
          if (unopened?.facts.at(-1)?.type !== 'OPENED') await open();
          return composed;
        },
      },
    }));
    expect(await world.hub.orderPrint(deliveryIdOf(id, 1))).toMatchObject({ ok: false });
    await world.moveBy(DAY);
    expect(await letters(world)).toEqual([]);
  });

  it('claims nothing of a letter whose message lies in no mailbox', async () => {
    world.nudger.lose(false);
    const before = world.now();
    const postal = await send(world, {
      externalId: undefined,
      recipient: { id: PAULA },
      paperMail: paperPart(await upload(world)),
    });
    await world.settle();
    expect((await deliveryOf(world, postal)).facts.at(-1)).toMatchObject({ type: 'HANDED_TO_POSTAL', at: before });
  });
});
