import type { Batch } from '#shared/domain/delivery-postal/batch';
import type { Batches } from '#shared/ports/print-house';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryBatches(): Batches {
  const batches = new Map<string, Batch>();
  return {
    plan: async (batch) => {
      const known = batches.get(batch.batchId) ?? batch;
      batches.set(batch.batchId, structuredClone(known));
      return structuredClone(known);
    },

    read: async (id) => structuredClone(batches.get(id)),

    open: async () =>
      [...batches.values()]
        .filter(({ state }) => state !== 'HANDED_OVER')
        .sort((a, b) => (plannedAt(a) < plannedAt(b) ? -1 : 1))
        .map((batch) => structuredClone(batch)),

    moveOn: async (seen, next) => {
      if (batches.get(seen.batchId)?.state !== seen.state) return false;
      batches.set(next.batchId, structuredClone(next));
      return true;
    },
  };
}

/** Oldest first, and no two alike. */
function plannedAt({ plannedAt: at, batchId }: Batch): string {
  return `${at}#${batchId}`;
}
