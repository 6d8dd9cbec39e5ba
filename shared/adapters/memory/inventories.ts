import { type MemoryTables, type Rows, type Wakeable, readRow, writeRow } from '#shared/adapters/memory/tables';
import type { Delivery } from '#shared/domain/message/delivery';
import type { MessageId } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';
import type { Inventories } from '#shared/ports/work-index';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryInventories(tables: Pick<MemoryTables, 'messages' | 'deliveries'>): Inventories {
  const { messages, deliveries } = tables;

  return {
    async *all() {
      const groups = new Map<MessageId, Delivery[]>();
      for (const { value } of messages.values()) groups.set(value.messageId, []);
      for (const { value } of deliveries.values())
        groups.set(value.messageId, [...(groups.get(value.messageId) ?? []), structuredClone(value)]);
      for (const [messageId, group] of groups) {
        const message = messages.get(String(messageId))?.value;
        yield { messageId, message: message && { wakeAt: message.wakeAt }, deliveries: group };
      }
    },

    enter: async (item, wakeAt) => {
      if (!('deliveryId' in item)) return enter(messages, item.messageId, wakeAt);
      const unchanged = deliveries.get(item.deliveryId)?.value.facts.length === item.facts.length;
      return unchanged && enter(deliveries, item.deliveryId, wakeAt);
    },
  };
}

function enter<T extends Wakeable>(rows: Rows<T>, id: string | number, wakeAt: Instant): boolean {
  const value = readRow(rows, id);
  if (!value || value.wakeAt !== undefined) return false;
  writeRow(rows, id, { ...value, wakeAt });
  return true;
}
