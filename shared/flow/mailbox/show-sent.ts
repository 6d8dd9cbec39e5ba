import { type ArrivalReceipt, receiptOf } from '#shared/domain/inbound/receipt';
import type { InboundContent, InboundMessage } from '#shared/domain/mailbox/inbound';
import { type FactOf, lastOf } from '#shared/domain/message/facts';
import { type MessageId, deliveryIdOf } from '#shared/domain/message/ids';
import { type EnterLookPorts, makeEnterLook } from '#shared/flow/own-data/enter-look';
import { openInbound } from '#shared/flow/mailbox/inbound-content';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { WhoSeesPorts } from '#shared/flow/mailbox/who-sees';
import { makeWhoSeesSent } from '#shared/flow/mailbox/who-sees-sent';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { InboundLog } from '#shared/ports/inbound-log';

export interface SentPorts extends WhoSeesPorts, EnterLookPorts {
  readonly inbound: InboundLog;
  readonly deliveries: DeliveryLog;
}

/** What somebody has sent, as its sender sees it. */
export interface SentMessage {
  readonly message: InboundMessage;
  readonly content: InboundContent;
  readonly receipt: ArrivalReceipt;
  /** Where its authority has passed it on. */
  readonly transfer?: FactOf<'TRANSFERRED'>;
}

export interface SentUnknown {
  readonly kind: 'message-unknown';
}

/** Finds it, without a word in any log. */
export function makeFindSent(ports: Omit<SentPorts, keyof EnterLookPorts>) {
  const { inbound, deliveries, sealer } = ports;
  const whoSeesSent = makeWhoSeesSent(ports);

  return async function findSent(acting: Acting, id: MessageId): Promise<Result<SentMessage, SentUnknown>> {
    const message = await mine(acting, id);
    const delivery = message && (await deliveries.read(deliveryIdOf(id, 1)));
    const content = delivery && (await openInbound(sealer, message));
    if (!content) return refuse({ kind: 'message-unknown' });
    const transfer = lastOf(delivery.facts, 'TRANSFERRED');
    return ok({ message, content, receipt: receiptOf(message), transfer });
  };

  async function mine(acting: Acting, id: MessageId): Promise<InboundMessage | undefined> {
    const message = await inbound.read(id);
    if (acting.recipientId === undefined || message?.recipientId !== acting.recipientId) return undefined;
    return (await whoSeesSent(acting, message)) ? message : undefined;
  }
}

/**
 * Shows a message to who sent it, with the receipt of its arrival. It is there once the fact of its arrival stands; somebody
 * else's is like none at all, and so is one whose time is over, or that no power of who acts for its sender reaches.
 *
 * @see REQ-062, REQ-063; 13/2003 § 12
 */
export function makeShowSent(ports: SentPorts) {
  const findSent = makeFindSent(ports);
  const enterLook = makeEnterLook(ports);

  return async function showSent(acting: Acting, id: MessageId): Promise<Result<SentMessage, SentUnknown>> {
    const found = await findSent(acting, id);
    if (found.ok) await enterLook(acting, 'MESSAGE_OPENED', id);
    return found;
  };
}
