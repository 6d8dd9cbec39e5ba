import { type MemoryTables, readRow } from '#shared/adapters/memory/tables';
import type { Message } from '#shared/domain/message/message';
import type { ContentPlace, KeptContents, SeenContent } from '#shared/ports/kept-contents';

type Stored = Pick<Message, 'sealedContent' | 'erased' | 'barred'>;

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryKeptContents({
  messages,
  inbound,
}: Pick<MemoryTables, 'messages' | 'inbound'>): KeptContents {
  return {
    bar: async (place, mark) => {
      const stored = read(place);
      if (!stored || stored.erased?.proofEndedAt) return false;
      return write(place, { ...stored, barred: mark });
    },

    erase: async (seen, erased) => {
      const stored = read(seen);
      if (!stored?.sealedContent || !isAsSeen(stored, seen)) return stored?.erased !== undefined;
      return write(seen, { ...stored, sealedContent: undefined, erased: structuredClone(erased) });
    },

    dropFiles: async (place) => {
      const stored = read(place);
      if (stored?.erased) write(place, { ...stored, erased: { ...stored.erased, files: undefined } });
    },

    endProof: async (seen, at) => {
      const stored = read(seen);
      if (!stored?.erased) return false;
      if (stored.erased.proofEndedAt) return true;
      return isAsSeen(stored, seen) && write(seen, { ...stored, erased: { ...stored.erased, proofEndedAt: at } });
    },
  };

  function read({ of, messageId }: ContentPlace): Stored | undefined {
    return of === 'message' ? readRow(messages, messageId) : structuredClone(inbound.get(messageId));
  }

  /** The place in the wake index, and the tries, are not touched. */
  function write({ of, messageId }: ContentPlace, { sealedContent, erased, barred }: Stored): true {
    const row = messages.get(String(messageId));
    const received = inbound.get(messageId);
    if (of === 'message' && row)
      messages.set(String(messageId), { ...row, value: { ...row.value, sealedContent, erased, barred } });
    if (of === 'inbound' && received) inbound.set(messageId, { ...received, sealedContent, erased, barred });
    return true;
  }
}

/** No hold has barred it since. */
function isAsSeen(stored: Stored, seen: SeenContent): boolean {
  return stored.barred === seen.barred;
}
