import { type MemoryTables, readRow, writeRow } from '#shared/adapters/memory/tables';
import { ok, refuse } from '#shared/kernel/result';
import type { MessageLog } from '#shared/ports/message-log';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryMessageLog({ messages }: Pick<MemoryTables, 'messages'>): MessageLog {
  return {
    read: async (id) => readRow(messages, id),

    put: async (accepted) => {
      const holder = readRow(messages, accepted.messageId);
      if (holder) return holder.attempt === accepted.attempt ? ok(accepted) : refuse({ kind: 'slot-taken', holder });
      writeRow(messages, accepted.messageId, accepted);
      return ok(accepted);
    },

    markRouted: async (id) => {
      const message = readRow(messages, id);
      if (message) writeRow(messages, id, { ...message, wakeAt: undefined });
    },
  };
}
