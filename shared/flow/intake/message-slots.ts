import { SLOTS, idOfSlot, slotName } from '#shared/domain/intake/message-slot';
import type { ExternalId, MessageId, SystemId } from '#shared/domain/message/ids';
import type { Message } from '#shared/domain/message/message';
import { refuse, type Result } from '#shared/kernel/result';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

export interface Duplicate {
  readonly kind: 'duplicate';
  readonly messageId: MessageId;
  /** The body is not the one that was accepted: the sender uses one id for two messages. */
  readonly differs: boolean;
}

interface SlotPorts {
  readonly messages: MessageLog;
  readonly sealer: Sealer;
}

/** A message that knows everything but its id. */
export type Unplaced = Omit<Message, 'messageId' | 'externalIdDigest' | 'sealedContent'> & {
  readonly sealedContent: Uint8Array;
};

/**
 * Message ids from the sender's external id. The write of the message is the idempotency check: no second table, no
 * transaction, nothing to expire.
 */
export function makeMessageSlots({ messages, sealer }: SlotPorts) {
  /** Puts the message into the first slot that is free, or finds that it was accepted before. */
  async function place(message: Unplaced): Promise<Result<Message, Duplicate>> {
    const externalIdDigest = await digestOf(message.systemId, message.externalId);
    for await (const messageId of slots(message.systemId, message.externalId)) {
      const put = await messages.put({ ...message, messageId, externalIdDigest });
      if (put.ok) return put;
      const { holder } = put.refusal;
      if (holder.externalIdDigest === externalIdDigest) {
        return refuse({
          kind: 'duplicate',
          messageId: holder.messageId,
          differs: holder.bodyDigest !== message.bodyDigest,
        });
      }
    }
    throw new Error(`no free message id in ${SLOTS} slots`);
  }

  /** The message accepted under an external id, if any. */
  async function find(system: SystemId, externalId: ExternalId): Promise<Message | undefined> {
    const externalIdDigest = await digestOf(system, externalId);
    for await (const messageId of slots(system, externalId)) {
      const message = await messages.read(messageId);
      if (!message || message.externalIdDigest === externalIdDigest) return message;
    }
    return undefined;
  }

  async function digestOf(system: SystemId, externalId: ExternalId): Promise<string> {
    return sealer.digest('external-id', JSON.stringify([system, externalId]));
  }

  async function* slots(system: SystemId, externalId: ExternalId): AsyncGenerator<MessageId> {
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const id = idOfSlot(await sealer.digest('slot', slotName(system, externalId, slot)));
      if (id !== undefined) yield id;
    }
  }

  return { place, find };
}
