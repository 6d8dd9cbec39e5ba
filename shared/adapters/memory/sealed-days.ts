import type { SealedDay } from '#shared/domain/evidence/root';
import type { SealedDays } from '#shared/ports/sealed-days';

/** For tests. Passes the same contract suite as the adapters that keep. */
export function makeMemorySealedDays(): SealedDays {
  const days = new Map<string, SealedDay>();
  return {
    latest: async () => {
      const [newest] = [...days.keys()].sort().reverse();
      return newest === undefined ? undefined : structuredClone(days.get(newest)?.signed);
    },
    read: async (day) => structuredClone(days.get(day)),
    put: async (sealed) => {
      const { day } = sealed.signed.root;
      const standing = days.get(day) ?? structuredClone(sealed);
      days.set(day, standing);
      return structuredClone(standing);
    },
  };
}
