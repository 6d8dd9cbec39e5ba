import { type MemoryTables, readRow, writeRow } from '#shared/adapters/memory/tables';
import type { AttachmentLog } from '#shared/ports/attachment-log';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryAttachmentLog({ attachments }: Pick<MemoryTables, 'attachments'>): AttachmentLog {
  return {
    read: async (id) => readRow(attachments, id),

    put: async (stored) => {
      writeRow(attachments, stored.attachmentId, stored);
    },

    markUsed: async (id, sentTo) => {
      const stored = readRow(attachments, id);
      if (!stored) throw new Error('an upload that is not there can not be used');
      writeRow(attachments, id, { ...stored, sentTo: sentTo ?? stored.sentTo, wakeAt: undefined });
    },

    removeUnused: async (id) => {
      const unused = readRow(attachments, id)?.wakeAt !== undefined;
      return unused && attachments.delete(id);
    },
  };
}
