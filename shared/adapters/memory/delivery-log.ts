import { type MemoryTables, readRow, writeRow } from '#shared/adapters/memory/tables';
import type { Delivery } from '#shared/domain/message/delivery';
import { isWrittenAlready } from '#shared/domain/message/written-already';
import { duesOf, wakeFor } from '#shared/domain/service-of-document/timers';
import { ok, refuse } from '#shared/kernel/result';
import type { DeliveryLog } from '#shared/ports/delivery-log';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryDeliveryLog({ deliveries }: Pick<MemoryTables, 'deliveries'>): DeliveryLog {
  return {
    read: async (id) => readRow(deliveries, id),

    ofMessage: async (id) =>
      [...deliveries.values()]
        .filter(({ value }) => value.messageId === id)
        .map(({ value }) => structuredClone(value))
        .sort((a, b) => runningNumber(a) - runningNumber(b)),

    create: async (created) => {
      const stored = readRow(deliveries, created.deliveryId);
      if (stored) return isWrittenAlready(stored, created, 0) ? ok(created) : refuse({ kind: 'delivery-exists' });
      writeRow(deliveries, created.deliveryId, created);
      return ok(created);
    },

    append: async (before, after) => {
      const stored = readRow(deliveries, before.deliveryId);
      if (stored && isAsRead(stored, before)) {
        const facts = [...stored.facts, ...after.facts.slice(before.facts.length)];
        const { claim, reminderLapsed, keeping, wakeAt } = after;
        writeRow(deliveries, before.deliveryId, { ...stored, facts, claim, reminderLapsed, keeping, wakeAt });
        return ok(after);
      }
      return isWrittenAlready(stored, after, before.facts.length) ? ok(after) : refuse({ kind: 'version-conflict' });
    },

    endProof: async (before, keeping) => {
      const stored = readRow(deliveries, before.deliveryId);
      if (stored?.keeping?.proof) return true;
      if (!stored || !isAsRead(stored, before)) return false;
      const forgotten = { claim: undefined, recipientId: undefined, wakeAt: undefined };
      writeRow(deliveries, before.deliveryId, { ...stored, ...forgotten, facts: [], keeping });
      return true;
    },

    markPublished: async (delivery, count, page) => {
      const stored = deliveries.get(delivery.deliveryId);
      if (!stored || stored.value.published >= count) return;
      const published = { ...stored.value, published: count, page };
      if (isAsRead(stored.value, delivery)) {
        const wakeAt = wakeFor(duesOf({ ...delivery, published: count }), delivery.wakeAt);
        writeRow(deliveries, delivery.deliveryId, { ...published, wakeAt });
      } else deliveries.set(delivery.deliveryId, { ...stored, value: published });
    },
  };
}

/** Neither facts nor claim have changed since. */
function isAsRead(stored: Delivery, read: Delivery): boolean {
  return stored.facts.length === read.facts.length && stored.claim?.attempt === read.claim?.attempt;
}

function runningNumber({ deliveryId }: Delivery): number {
  return Number(deliveryId.split('-')[1]);
}
