import type { ElectronicPart } from '#shared/domain/message/content';
import type { MessageId } from '#shared/domain/message/ids';
import { type FindDeliveryPorts, makeFindDelivery } from '#shared/flow/delivery/find-delivery';
import { type SentPorts, makeFindSent } from '#shared/flow/mailbox/show-sent';
import { MOST_TURNS } from '#shared/flow/mailbox/show-thread';
import { rootOf } from '#shared/flow/mailbox/thread-root';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { Correspondence } from '#shared/ports/correspondence';

export interface ConversationPorts extends FindDeliveryPorts, SentPorts {
  readonly correspondence: Correspondence;
}

/** A message that its reader has open. */
export interface OpenTurn {
  readonly messageId: MessageId;
  readonly electronic?: Pick<ElectronicPart, 'inReplyToMessageId'> | undefined;
}

/**
 * The message that began the conversation an open message is part of: told only where its reader sees another message of
 * it, so that it tells nothing to who may see no more. Nothing is opened, and no look is entered.
 *
 * @see REQ-062, REQ-064; domain.md 3.10 (threads)
 */
export function makeFindConversation(ports: ConversationPorts) {
  const { correspondence, inbound } = ports;
  const findDelivery = makeFindDelivery(ports);
  const findSent = makeFindSent(ports);

  return async function findConversation(acting: Acting, open: OpenTurn): Promise<MessageId | undefined> {
    if (acting.recipientId === undefined) return undefined;
    const root = (await rootOf(inbound, open.electronic)) ?? open.messageId;
    const turns = await correspondence.turns(acting.recipientId, root, MOST_TURNS);
    const others = new Set([root, ...turns.map(({ messageId }) => messageId)]);
    others.delete(open.messageId);
    for (const each of others) if (await isSeen(acting, each)) return root;
    return undefined;
  };

  async function isSeen(acting: Acting, id: MessageId): Promise<boolean> {
    return (await findDelivery(acting, id)) !== undefined || (await findSent(acting, id)).ok;
  }
}
