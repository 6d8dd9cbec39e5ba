import { changed } from '#shared/domain/message/delivery-change';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { MessageId } from '#shared/domain/message/ids';
import type { DocumentReference, Message, MessageContent } from '#shared/domain/message/message';
import { makeFindDelivery } from '#shared/flow/find-delivery';
import { readContent } from '#shared/flow/read-content';
import type { Acting } from '#shared/flow/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';
import type { Gates } from '#shared/ports/mailboxes';
import type { MessageLog } from '#shared/ports/message-log';
import type { Nudger } from '#shared/ports/nudger';
import type { Sealer } from '#shared/ports/sealer';

export interface OpenPorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly gates: Gates;
  readonly sealer: Sealer;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly clock: Clock;
}

export type OpenRefusal =
  | { readonly kind: 'message-unknown' }
  /** A verifiable message opens only after its receipt is acknowledged. */
  | { readonly kind: 'receipt-required' };

export interface OpenedMessage {
  readonly delivery: Delivery;
  readonly message: Message;
  readonly content: MessageContent;
}

/** Writers racing for the same delivery: opening, tracking, publishing. */
const TRIES = 8;

/**
 * Opens a message for its recipient. The opening is on record before the content leaves, and once: opening again adds
 * nothing.
 *
 * @see REQ-051, REQ-052; 13/2003 § 18 (served when the identified recipient retrieves it)
 */
export function makeOpenMessage(ports: OpenPorts) {
  const { messages, sealer } = ports;
  const findDelivery = makeFindDelivery(ports);

  /** @returns the content, with the opening recorded; `message-unknown`; `receipt-required` */
  async function openMessage(
    { recipientId, actor }: Acting,
    id: MessageId,
  ): Promise<Result<OpenedMessage, OpenRefusal>> {
    const delivery = await recordOnce(await findDelivery(recipientId, id), 'OPENED', actor);
    return delivery.ok ? contentOf(delivery.value) : delivery;
  }

  /** Acknowledges receipt. Doing it again, or for an ordinary message that has none to give, is told by name. */
  async function acknowledge(
    { recipientId, actor }: Acting,
    id: MessageId,
  ): Promise<Result<Delivery, OpenRefusal | { readonly kind: 'receipt-not-asked' }>> {
    const delivery = await findDelivery(recipientId, id);
    if (delivery?.kind === 'ORDINARY') return refuse({ kind: 'receipt-not-asked' });
    return recordOnce(delivery, 'ACKNOWLEDGED', actor);
  }

  /** A file of a message that has been opened. */
  async function documentOf(
    acting: Acting,
    id: MessageId,
    attachment: string,
  ): Promise<Result<DocumentReference, OpenRefusal>> {
    const opened = await openMessage(acting, id);
    if (!opened.ok) return opened;
    const { electronic, documents } = opened.value.content;
    const shown = electronic?.attachments.some(({ attachmentId }) => attachmentId === attachment) ?? false;
    const reference = documents.find(({ attachmentId }) => attachmentId === attachment);
    return shown && reference ? ok(reference) : refuse({ kind: 'message-unknown' });
  }

  async function recordOnce(
    found: Delivery | undefined,
    type: 'OPENED' | 'ACKNOWLEDGED',
    by: Acting['actor'],
  ): Promise<Result<Delivery, OpenRefusal>> {
    let delivery = found;
    for (let tries = 0; delivery && tries < TRIES; tries += 1) {
      const { opened, acknowledged } = foldFacts(delivery.facts);
      if (type === 'OPENED' ? opened : acknowledged) return ok(delivery);
      if (type === 'OPENED' && delivery.kind === 'VERIFIABLE' && !acknowledged)
        return refuse({ kind: 'receipt-required' });
      const written = await append(delivery, { type, by });
      if (written.ok) return written;
      delivery = await ports.deliveries.read(delivery.deliveryId);
    }
    if (delivery) throw new Error('a delivery changes too often to be written to');
    return refuse({ kind: 'message-unknown' });
  }

  async function append(delivery: Delivery, fact: { type: 'OPENED' | 'ACKNOWLEDGED'; by: Acting['actor'] }) {
    const after = changed(delivery, { facts: [fact], attempt: ports.ids.attempt(), at: ports.clock() });
    const written = await ports.deliveries.append(delivery, after);
    if (written.ok) await ports.nudger.nudge('publish-events', delivery.deliveryId);
    return written;
  }

  async function contentOf(delivery: Delivery): Promise<Result<OpenedMessage, OpenRefusal>> {
    const message = await messages.read(delivery.messageId);
    if (!message) return refuse({ kind: 'message-unknown' });
    return ok({ delivery, message, content: await readContent(sealer, message) });
  }

  return { openMessage, acknowledge, documentOf };
}
