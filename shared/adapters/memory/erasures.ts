import type { Erasure } from '#shared/domain/own-data/erasure';
import type { Erasures } from '#shared/ports/erasures';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryErasures(): Erasures {
  const all = new Map<string, Erasure>();
  return {
    put: async (each) => {
      all.set(`${each.recipientId}#${each.at}#${each.erasureId}`, structuredClone(each));
    },
    newest: async (id) => {
      const [newest] = [...all.entries()]
        .filter(([, { recipientId }]) => recipientId === id)
        .sort(([a], [b]) => (a > b ? -1 : 1));
      return structuredClone(newest?.[1]);
    },
  };
}
