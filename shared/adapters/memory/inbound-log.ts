import type { InboundMessage } from '#shared/domain/mailbox/inbound';
import type { MessageId } from '#shared/domain/message/ids';
import type { InboundLog } from '#shared/ports/inbound-log';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryInboundLog(): InboundLog {
  const received = new Map<MessageId, InboundMessage>();
  return {
    put: async (message) => {
      received.set(message.messageId, structuredClone(message));
    },
    claim: async (message) => {
      const stands = received.get(message.messageId) ?? message;
      received.set(message.messageId, structuredClone(stands));
      return structuredClone(stands);
    },
    read: async (id) => structuredClone(received.get(id)),
  };
}
