import { describe, expect, it } from 'vitest';
import { messageId } from '#shared/domain/message/ids';
import { NOON } from '#test/builders/messages';
import { attachment, claim, delivery, grown, inbound, message, stored, token } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';
import { wakesOf } from '#test/contract/wake-entries';
import type { Inventories, Inventory } from '#shared/ports/work-index';

type Part = Pick<Stores, 'inventories' | 'messages' | 'deliveries' | 'inbound' | 'attachments' | 'index'>;

async function allOf(inventories: Inventories): Promise<Inventory[]> {
  const all: Inventory[] = [];
  for await (const inventory of inventories.all()) all.push(inventory);
  return all.sort((a, b) => a.messageId - b.messageId);
}

/** What every Inventories must do. */
export function inventoriesContract(name: string, make: () => Promise<Part>): void {
  describe(`Inventories: ${name}`, () => {
    it('are empty where nothing is', async () => {
      const { inventories } = await make();
      expect(await allOf(inventories)).toEqual([]);
    });

    it('show every message with all its deliveries, and nothing else', async () => {
      const { inventories, messages, deliveries, inbound: log, attachments } = await make();
      const claimed = delivery(1, { claim: claim('c') }, 2);
      await messages.put(message(1, { wakeAt: undefined }));
      await deliveries.create(delivery(1));
      await deliveries.create(claimed);
      await messages.put(message(2));
      await log.put(inbound(3));
      await deliveries.create(delivery(3, { wakeAt: undefined }));
      await attachments.put(attachment(4));
      expect(await allOf(inventories)).toEqual([
        { messageId: 1, message: {}, deliveries: [delivery(1), claimed] },
        { messageId: 2, message: { wakeAt: NOON }, deliveries: [] },
        { messageId: 3, deliveries: [delivery(3, { wakeAt: undefined })] },
      ]);
    });

    it('show a table of many pages whole', async () => {
      const { inventories, deliveries } = await make();
      const numbers = Array.from({ length: 230 }, (_, i) => i + 1);
      await Promise.all(numbers.map((n) => deliveries.create(delivery(n))));
      expect((await allOf(inventories)).map(({ messageId: id }) => id)).toEqual(numbers);
    });

    it('enter a message that fell out of the work index', async () => {
      const { inventories, messages, index } = await make();
      await messages.put(message(1, { wakeAt: undefined }));
      const [found] = await allOf(inventories);
      expect(found && (await inventories.enter(found, NOON))).toBe(true);
      expect(await wakesOf(index)).toEqual([NOON]);
    });

    it('enter a delivery that fell out of the work index', async () => {
      const { inventories, deliveries, index } = await make();
      await deliveries.create(delivery(1, { wakeAt: undefined }));
      expect(await inventories.enter(delivery(1, { wakeAt: undefined }), NOON)).toBe(true);
      expect(await wakesOf(index)).toEqual([NOON]);
      expect(await deliveries.read(delivery(1).deliveryId)).toEqual(delivery(1, { wakeAt: NOON }));
    });

    it('leave alone what has entered by itself or moved on meanwhile', async () => {
      const { inventories, messages, deliveries, index } = await make();
      const seen = delivery(1, { wakeAt: undefined });
      await messages.put(message(2));
      await deliveries.create(seen);
      await deliveries.append(seen, grown(seen, [stored(token('s'))]));
      expect(await inventories.enter(seen, NOON)).toBe(false);
      expect(await inventories.enter({ messageId: messageId.parse(2), deliveries: [] }, NOON)).toBe(false);
      expect(await wakesOf(index)).toEqual([NOON]);
    });

    it('enter nothing that is not there', async () => {
      const { inventories, index } = await make();
      expect(await inventories.enter({ messageId: messageId.parse(1), deliveries: [] }, NOON)).toBe(false);
      expect(await inventories.enter(delivery(1), NOON)).toBe(false);
      expect(await wakesOf(index)).toEqual([]);
    });
  });
}
