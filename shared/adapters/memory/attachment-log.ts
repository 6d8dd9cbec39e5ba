import { type MemoryTables, readRow, writeRow } from '#shared/adapters/memory/tables';
import type { AttachmentLog } from '#shared/ports/attachment-log';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryAttachmentLog({ attachments }: Pick<MemoryTables, 'attachments'>): AttachmentLog {
  return {
    read: async (id) => readRow(attachments, id),

    put: async (stored) => {
      if (!attachments.has(stored.attachmentId)) writeRow(attachments, stored.attachmentId, stored);
    },

    markUsed: async (id, { by, sentTo }) => {
      const stored = readRow(attachments, id);
      if (!stored) throw new Error('an upload that is not there can not be used');
      const sent = sentTo ? { sentTo: { ...stored.sentTo, [sentTo.tenantId]: sentTo.at } } : {};
      writeRow(attachments, id, { ...stored, ...sent, usedBy: by, wakeAt: undefined });
      return stored.wakeAt !== undefined;
    },

    letGo: async (id, by) => {
      const stored = readRow(attachments, id);
      if (stored?.usedBy !== by) return;
      writeRow(attachments, id, { ...stored, usedBy: undefined, wakeAt: stored.expiresAt });
    },

    removeUnused: async (id) => {
      const unused = readRow(attachments, id)?.wakeAt !== undefined;
      return unused && attachments.delete(id);
    },
  };
}
