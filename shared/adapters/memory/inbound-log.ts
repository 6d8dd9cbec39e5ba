import type { MemoryTables } from '#shared/adapters/memory/tables';
import type { InboundLog } from '#shared/ports/inbound-log';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryInboundLog({ inbound }: Pick<MemoryTables, 'inbound'>): InboundLog {
  return {
    put: async (message) => {
      inbound.set(message.messageId, structuredClone(message));
    },
    claim: async (message) => {
      const stands = inbound.get(message.messageId) ?? message;
      inbound.set(message.messageId, structuredClone(stands));
      return structuredClone(stands);
    },
    read: async (id) => structuredClone(inbound.get(id)),
  };
}
