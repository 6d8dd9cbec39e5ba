import type { Letter } from '#shared/domain/delivery-postal/letter';
import type { LetterId } from '#shared/domain/message/ids';
import type { LetterShelf, PrintHouse } from '#shared/ports/print-house';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryLetterShelf(): LetterShelf & PrintHouse {
  const letters = new Map<LetterId, Letter>();
  return {
    read: async (id) => structuredClone(letters.get(id)),

    order: async (letter) => {
      const known = letters.get(letter.letterId);
      if (known && known.state !== 'WAITING') return false;
      letters.set(letter.letterId, structuredClone(letter));
      return true;
    },

    list: async (state, { after, limit }) => {
      const last = after === undefined ? undefined : letters.get(after);
      return [...letters.values()]
        .filter((letter) => letter.state === state && (!last || shelvedAt(letter) > shelvedAt(last)))
        .sort((a, b) => (shelvedAt(a) < shelvedAt(b) ? -1 : 1))
        .slice(0, limit)
        .map((letter) => structuredClone(letter));
    },

    setState: async ({ letterId, state: seen }, state) => {
      const letter = letters.get(letterId);
      if (letter?.state !== seen) return false;
      letters.set(letterId, { ...letter, state });
      return true;
    },

    release: async (id, { batchId, cutAt }) => {
      const letter = letters.get(id);
      if (letter?.state === 'WAITING') letters.set(id, { ...letter, state: 'READY', batchId, cutAt });
    },

    noteRelayed: async (id, relayed) => {
      const letter = letters.get(id);
      if (letter) letters.set(id, { ...letter, relayed });
    },

    remove: async (id) => {
      letters.delete(id);
    },
  };
}

/** Oldest first, and no two alike. */
function shelvedAt({ orderedAt, cutAt = orderedAt, letterId }: Letter): string {
  return `${cutAt}#${letterId}`;
}
