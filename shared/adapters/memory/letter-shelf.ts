import type { Letter } from '#shared/domain/delivery-postal/letter';
import type { LetterId, TenantId } from '#shared/domain/message/ids';
import type { LetterShelf, PrintHouse } from '#shared/ports/print-house';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryLetterShelf(): LetterShelf & PrintHouse {
  const letters = new Map<LetterId, Letter>();
  /** Those that lie apart; only while they wait. */
  const apart = new Set<LetterId>();
  const isApart = ({ letterId, state }: Letter) => state === 'WAITING' && apart.has(letterId);
  const apartOf = (tenantId: TenantId) =>
    [...letters.values()]
      .filter((letter) => isApart(letter) && letter.tenantId === tenantId)
      .sort((a, b) => (shelvedAt(a) < shelvedAt(b) ? -1 : 1))
      .map((letter) => structuredClone(letter));
  return {
    read: async (id) => structuredClone(letters.get(id)),

    order: async (letter) => {
      const known = letters.get(letter.letterId);
      if (known && known.state !== 'WAITING') return false;
      letters.set(letter.letterId, structuredClone(letter));
      apart.delete(letter.letterId);
      return true;
    },

    list: async (state, { after, limit }) => {
      const last = after === undefined ? undefined : letters.get(after);
      return [...letters.values()]
        .filter((letter) => letter.state === state && !isApart(letter))
        .filter((letter) => !last || shelvedAt(letter) > shelvedAt(last))
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

    layApart: async ({ letterId }) => {
      if (letters.get(letterId)?.state === 'WAITING') apart.add(letterId);
    },

    listApart: async (tenantId, limit) => apartOf(tenantId).slice(0, limit),

    countApart: async (tenantId) => apartOf(tenantId).length,

    expectProof: async (id, sha256, most) => {
      const letter = letters.get(id);
      if (!letter) return false;
      const { proofs = [] } = letter;
      if (proofs.includes(sha256)) return true;
      if (proofs.length >= most) return false;
      letters.set(id, { ...letter, proofs: [...proofs, sha256] });
      return true;
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
