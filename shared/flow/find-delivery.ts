import { folderOf } from '#shared/domain/mailbox/trash';
import type { Delivery } from '#shared/domain/message/delivery';
import { lastOf } from '#shared/domain/message/facts';
import type { MessageId, RecipientId } from '#shared/domain/message/ids';
import type { Clock } from '#shared/kernel/time';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Gates } from '#shared/ports/mailboxes';
import type { Trash } from '#shared/ports/trash';

export interface FindDeliveryPorts {
  readonly deliveries: DeliveryLog;
  readonly gates: Gates;
  readonly trash: Trash;
  readonly clock: Clock;
}

/**
 * The recipient's own delivery of a message, once it is in the mailbox: stored, or committed at the gate, and until it has
 * been deleted for good. Somebody else's is like none at all.
 */
export function makeFindDelivery({ deliveries, gates, trash, clock }: FindDeliveryPorts) {
  return async function findDelivery(
    recipient: RecipientId | undefined,
    message: MessageId,
  ): Promise<Delivery | undefined> {
    if (recipient === undefined) return undefined;
    const [mine, mark] = await Promise.all([inMailbox(recipient, message), trash.read(recipient, message)]);
    return folderOf(mark, clock()) === 'GONE' ? undefined : mine;
  };

  async function inMailbox(recipient: RecipientId, message: MessageId): Promise<Delivery | undefined> {
    const mine = (await deliveries.ofMessage(message)).find(({ recipientId }) => recipientId === recipient);
    if (!mine || lastOf(mine.facts, 'MAILBOX_STORED')) return mine;
    const gate = await gates.read(recipient);
    return gate?.arrivals[mine.deliveryId] ? mine : undefined;
  }
}
