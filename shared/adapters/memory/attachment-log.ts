import { type MemoryTables, readRow, writeRow } from '#shared/adapters/memory/tables';
import type { AttachmentId, AttemptToken } from '#shared/domain/message/ids';
import type { AttachmentLog } from '#shared/ports/attachment-log';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryAttachmentLog({ attachments }: Pick<MemoryTables, 'attachments'>): AttachmentLog {
  /** All uses but the newest of each file. */
  const earlier = new Map<AttachmentId, Set<AttemptToken>>();
  const earlierOf = (id: AttachmentId) => {
    const uses = earlier.get(id) ?? new Set();
    earlier.set(id, uses);
    return uses;
  };
  return {
    read: async (id) => readRow(attachments, id),

    put: async (stored) => {
      if (!attachments.has(stored.attachmentId)) writeRow(attachments, stored.attachmentId, stored);
    },

    markUsed: async (id, { by, sentTo }) => {
      const stored = readRow(attachments, id);
      if (!stored) throw new Error('an upload that is not there can not be used');
      if (stored.usedBy !== undefined && stored.usedBy !== by) earlierOf(id).add(stored.usedBy);
      const sent = sentTo ? { sentTo: { ...stored.sentTo, [sentTo.tenantId]: sentTo.at } } : {};
      writeRow(attachments, id, { ...stored, ...sent, usedBy: by, wakeAt: undefined });
      return stored.wakeAt !== undefined;
    },

    letGo: async (id, by) => {
      earlierOf(id).delete(by);
      const stored = readRow(attachments, id);
      if (stored?.usedBy !== by) return;
      const [other] = earlierOf(id);
      if (other) earlierOf(id).delete(other);
      writeRow(attachments, id, { ...stored, usedBy: other, wakeAt: other ? undefined : stored.expiresAt });
    },

    endUse: async (id, by) => {
      earlierOf(id).delete(by);
      const stored = readRow(attachments, id);
      if (stored?.usedBy === by) writeRow(attachments, id, { ...stored, usedBy: undefined });
      return readRow(attachments, id)?.usedBy === undefined && earlierOf(id).size === 0;
    },

    forget: async (id) => {
      attachments.delete(id);
    },

    removeUnused: async (id) => {
      const unused = readRow(attachments, id)?.wakeAt !== undefined;
      return unused && attachments.delete(id);
    },
  };
}
