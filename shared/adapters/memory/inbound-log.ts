import type { MemoryTables } from '#shared/adapters/memory/tables';
import { type InboundLog, placeOfWritten } from '#shared/ports/inbound-log';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryInboundLog({ inbound }: Pick<MemoryTables, 'inbound'>): InboundLog {
  return {
    put: async (message) => {
      inbound.set(message.messageId, structuredClone(message));
    },
    read: async (id) => structuredClone(inbound.get(id)),
    writtenBy: async (owner, { after, limit }) =>
      [...inbound.values()]
        .filter((each) => each.recipientId === owner && (after === undefined || placeOfWritten(each) < after))
        .sort((a, b) => (placeOfWritten(a) > placeOfWritten(b) ? -1 : 1))
        .slice(0, limit)
        .map((each) => structuredClone(each)),
  };
}
