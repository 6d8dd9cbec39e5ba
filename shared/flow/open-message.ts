import type { Delivery } from '#shared/domain/message/delivery';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { Actor } from '#shared/domain/message/facts';
import type { MessageId } from '#shared/domain/message/ids';
import type { DocumentReference, Message, MessageContent } from '#shared/domain/message/message';
import { type AppendPorts, makeAppendFact } from '#shared/flow/append-fact';
import { makeFindDelivery } from '#shared/flow/find-delivery';
import { readOpened } from '#shared/flow/read-content';
import type { Acting } from '#shared/flow/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Gates } from '#shared/ports/mailboxes';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

export interface OpenPorts extends AppendPorts {
  readonly messages: MessageLog;
  readonly gates: Gates;
  readonly sealer: Sealer;
}

export type OpenRefusal =
  | { readonly kind: 'message-unknown' }
  /** A verifiable message opens only after its receipt is acknowledged. */
  | { readonly kind: 'receipt-required' };

/** An ordinary message has no receipt to give. */
export interface ReceiptNotAsked {
  readonly kind: 'receipt-not-asked';
}

export interface OpenedMessage {
  readonly delivery: Delivery;
  readonly message: Message;
  readonly content: MessageContent;
}

const UNKNOWN = refuse({ kind: 'message-unknown' });

/**
 * Opens a message for its recipient. The opening is on record before the content leaves, and once: opening again adds
 * nothing.
 *
 * @see REQ-051, REQ-052; 13/2003 § 18 (served when the identified recipient retrieves it)
 */
export function makeOpenMessage(ports: OpenPorts) {
  const findDelivery = makeFindDelivery(ports);
  const appendFact = makeAppendFact(ports);

  /** @returns the content, with the opening recorded; `message-unknown`; `receipt-required` */
  async function openMessage(
    { recipientId, actor }: Acting,
    id: MessageId,
  ): Promise<Result<OpenedMessage, OpenRefusal>> {
    const found = await findDelivery(recipientId, id);
    if (!found) return UNKNOWN;
    const opened = await appendFact(found, (delivery) => openingOf(delivery, actor));
    return opened.ok ? ok({ delivery: opened.value, ...(await readOpened(ports, id)) }) : opened;
  }

  /** Acknowledges receipt; doing it again adds nothing. */
  async function acknowledge(
    { recipientId, actor }: Acting,
    id: MessageId,
  ): Promise<Result<Delivery, OpenRefusal | ReceiptNotAsked>> {
    const found = await findDelivery(recipientId, id);
    return found ? appendFact(found, (delivery) => receiptOf(delivery, actor)) : UNKNOWN;
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
    return shown && reference ? ok(reference) : UNKNOWN;
  }

  return { openMessage, acknowledge, documentOf };
}

function openingOf({ kind, facts }: Delivery, by: Actor): Result<NewFact | undefined, OpenRefusal> {
  const { opened, acknowledged } = foldFacts(facts);
  if (opened) return ok(undefined);
  return kind === 'VERIFIABLE' && !acknowledged ? refuse({ kind: 'receipt-required' }) : ok({ type: 'OPENED', by });
}

function receiptOf({ kind, facts }: Delivery, by: Actor): Result<NewFact | undefined, ReceiptNotAsked> {
  if (kind === 'ORDINARY') return refuse({ kind: 'receipt-not-asked' });
  return ok(foldFacts(facts).acknowledged ? undefined : { type: 'ACKNOWLEDGED', by });
}
