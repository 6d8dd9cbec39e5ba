import { folderOf } from '#shared/domain/mailbox/trash';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Actor } from '#shared/domain/message/actor';
import { lastOf } from '#shared/domain/message/facts';
import type { MessageId, RecipientId } from '#shared/domain/message/ids';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { type WhoSeesPorts, makeWhoSees } from '#shared/flow/mailbox/who-sees';
import type { Clock } from '#shared/kernel/time';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Gates } from '#shared/ports/mailboxes';
import type { Trash } from '#shared/ports/trash';

export interface FindDeliveryPorts extends WhoSeesPorts {
  readonly deliveries: DeliveryLog;
  readonly gates: Gates;
  readonly trash: Trash;
  readonly clock: Clock;
}

/** A delivery, and as whom the person in front deals with it. */
export interface FoundDelivery {
  readonly delivery: Delivery;
  readonly actor: Actor;
}

/**
 * The recipient's own delivery of a message, once it is in the mailbox: stored, or committed at the gate, and until it has
 * been deleted for good. Somebody else's is like none at all, and so is one whose time is over, or that the power of who acts
 * for the recipient does not reach.
 */
export function makeFindDelivery(ports: FindDeliveryPorts) {
  const { deliveries, gates, trash, clock } = ports;
  const whoSees = makeWhoSees(ports);

  return async function findDelivery(acting: Acting, message: MessageId): Promise<FoundDelivery | undefined> {
    const { recipientId } = acting;
    if (recipientId === undefined) return undefined;
    const [delivery, mark] = await Promise.all([inMailbox(recipientId, message), trash.read(recipientId, message)]);
    if (!delivery || folderOf(mark, clock()) === 'GONE') return undefined;
    const actor = await whoSees(acting, message);
    return actor && { delivery, actor };
  };

  async function inMailbox(recipient: RecipientId, message: MessageId): Promise<Delivery | undefined> {
    const mine = (await deliveries.ofMessage(message)).find(({ recipientId }) => recipientId === recipient);
    if (!mine || mine.keeping?.contentEndedAt) return undefined;
    if (lastOf(mine.facts, 'MAILBOX_STORED')) return mine;
    const gate = await gates.read(recipient);
    return gate?.arrivals[mine.deliveryId] ? mine : undefined;
  }
}
