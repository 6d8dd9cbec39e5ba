import type { Delivery } from '#shared/domain/message/delivery';
import { type Actor, lastOf } from '#shared/domain/message/facts';
import type { MessageId } from '#shared/domain/message/ids';
import type { Acting } from '#shared/flow/who-acts';
import { type WhoSeesPorts, makeWhoSees } from '#shared/flow/who-sees';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Gates } from '#shared/ports/mailboxes';

export interface FindDeliveryPorts extends WhoSeesPorts {
  readonly deliveries: DeliveryLog;
  readonly gates: Gates;
}

/** A delivery, and as whom the person in front deals with it. */
export interface FoundDelivery {
  readonly delivery: Delivery;
  readonly actor: Actor;
}

/**
 * The recipient's own delivery of a message, once it is in the mailbox: stored, or committed at the gate. Somebody else's is
 * like none at all, and so is one whose time is over, or that the power of who acts for the recipient does not reach.
 */
export function makeFindDelivery(ports: FindDeliveryPorts) {
  const { deliveries, gates } = ports;
  const whoSees = makeWhoSees(ports);

  return async function findDelivery(acting: Acting, message: MessageId): Promise<FoundDelivery | undefined> {
    const delivery = await inMailbox(acting.recipientId, message);
    const actor = delivery && (await whoSees(acting, message));
    return actor && { delivery, actor };
  };

  async function inMailbox(recipient: Acting['recipientId'], message: MessageId): Promise<Delivery | undefined> {
    if (recipient === undefined) return undefined;
    const mine = (await deliveries.ofMessage(message)).find(({ recipientId }) => recipientId === recipient);
    if (!mine || mine.keeping?.contentEndedAt) return undefined;
    if (lastOf(mine.facts, 'MAILBOX_STORED')) return mine;
    const gate = await gates.read(recipient);
    return gate?.arrivals[mine.deliveryId] ? mine : undefined;
  }
}
