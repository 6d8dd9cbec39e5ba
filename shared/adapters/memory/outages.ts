import { type MemoryTables, readRow, writeRow } from '#shared/adapters/memory/tables';
import type { DeliveryId } from '#shared/domain/message/ids';
import type { Outages } from '#shared/ports/outages';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryOutages({ outages }: Pick<MemoryTables, 'outages'>): Outages {
  const board = new Set<string>();
  const held = new Map<string, Set<DeliveryId>>();
  return {
    put: async (outage) => {
      const isNew = !outages.has(outage.outageId);
      writeRow(outages, outage.outageId, outage);
      return isNew;
    },
    read: async (id) => readRow(outages, id),
    list: async (id) => {
      board.add(id);
    },
    unlist: async (id) => {
      board.delete(id);
    },
    listed: async () => [...board].map((id) => readRow(outages, id)).filter((each) => each !== undefined),
    rest: async ({ outageId, attempt }, wakeAt) => {
      const stored = readRow(outages, outageId);
      if (stored?.attempt === attempt) writeRow(outages, outageId, { ...stored, wakeAt });
    },
    hold: async (id, delivery) => {
      held.set(id, (held.get(id) ?? new Set()).add(delivery));
    },
    unhold: async (id, delivery) => {
      held.get(id)?.delete(delivery);
    },
    async *holds(id) {
      const all = [...(held.get(id) ?? [])];
      if (all.length > 0) yield all;
    },
  };
}
