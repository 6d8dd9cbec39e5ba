import type { Delivery } from '#shared/domain/message/delivery';
import { lastOf } from '#shared/domain/message/facts';
import type { MessageId, RecipientId } from '#shared/domain/message/ids';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Gates } from '#shared/ports/mailboxes';

/**
 * The recipient's own delivery of a message, once it is in the mailbox: stored, or committed at the gate. Somebody else's,
 * and one whose time is over, is like none at all.
 */
export function makeFindDelivery({ deliveries, gates }: { readonly deliveries: DeliveryLog; readonly gates: Gates }) {
  return async function findDelivery(
    recipient: RecipientId | undefined,
    message: MessageId,
  ): Promise<Delivery | undefined> {
    if (recipient === undefined) return undefined;
    const mine = (await deliveries.ofMessage(message)).find(({ recipientId }) => recipientId === recipient);
    if (!mine || mine.keeping?.contentEndedAt) return undefined;
    if (lastOf(mine.facts, 'MAILBOX_STORED')) return mine;
    const gate = await gates.read(recipient);
    return gate?.arrivals[mine.deliveryId] ? mine : undefined;
  };
}
