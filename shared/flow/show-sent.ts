import { type ArrivalReceipt, receiptOf } from '#shared/domain/inbound/receipt';
import { type InboundContent, type InboundMessage, inboundContent } from '#shared/domain/mailbox/inbound';
import { type FactOf, lastOf } from '#shared/domain/message/facts';
import { type MessageId, deliveryIdOf } from '#shared/domain/message/ids';
import { inboundContext } from '#shared/flow/store-inbound';
import type { Acting } from '#shared/flow/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { Sealer } from '#shared/ports/sealer';

export interface SentPorts {
  readonly inbound: InboundLog;
  readonly deliveries: DeliveryLog;
  readonly sealer: Sealer;
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

/**
 * Shows a message to who sent it, with the receipt of its arrival. It is there once the fact of its arrival stands; somebody
 * else's is like none at all.
 *
 * @see REQ-062, REQ-063; 13/2003 § 12
 */
export function makeShowSent({ inbound, deliveries, sealer }: SentPorts) {
  return async function showSent(
    { recipientId }: Pick<Acting, 'recipientId'>,
    id: MessageId,
  ): Promise<Result<SentMessage, SentUnknown>> {
    const message = await inbound.read(id);
    const isMine = recipientId !== undefined && message?.recipientId === recipientId;
    const delivery = isMine ? await deliveries.read(deliveryIdOf(id, 1)) : undefined;
    if (!isMine || !delivery) return refuse({ kind: 'message-unknown' });
    const text = await sealer.openContent(inboundContext(id), message.sealedContent);
    const content = inboundContent.parse(JSON.parse(text));
    const transfer = lastOf(delivery.facts, 'TRANSFERRED');
    return ok({ message, content, receipt: receiptOf(message), transfer });
  };
}
