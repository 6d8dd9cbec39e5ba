import type { AddresseeRole } from '#shared/domain/message/addressee';
import { type Delivery, isHandedOver } from '#shared/domain/message/delivery';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { Actor } from '#shared/domain/message/actor';
import { lastOf } from '#shared/domain/message/facts';
import type { MessageId } from '#shared/domain/message/ids';
import type { DocumentReference, Message, MessageContent } from '#shared/domain/message/message';
import { type AppendPorts, makeAppendFact } from '#shared/flow/delivery/append-fact';
import { type EnterLookPorts, makeEnterLook } from '#shared/flow/own-data/enter-look';
import { type FindDeliveryPorts, type FoundDelivery, makeFindDelivery } from '#shared/flow/delivery/find-delivery';
import { type StillPorts, makeMayStillReceive } from '#shared/flow/delivery/may-still-receive';
import { findAddressed } from '#shared/flow/delivery/read-content';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

export interface OpenPorts extends AppendPorts, EnterLookPorts, StillPorts, FindDeliveryPorts {
  readonly messages: MessageLog;
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
 * nothing. Up to the hand-over of a letter it serves the document and makes the letter needless; from then on it is evidence.
 *
 * @see REQ-051, REQ-052; 13/2003 § 18 (served when the identified recipient retrieves it); domain.md 3.6 (AC-12)
 */
export function makeOpenMessage(ports: OpenPorts) {
  const findDelivery = makeFindDelivery(ports);
  const mayStillReceive = makeMayStillReceive(ports);
  const appendFact = makeAppendFact(ports);
  const enterLook = makeEnterLook(ports);

  /** @returns the content, with the opening recorded; `message-unknown`; `receipt-required` */
  async function openMessage(acting: Acting, id: MessageId): Promise<Result<OpenedMessage, OpenRefusal>> {
    const found = await receivable(acting, id);
    if (!found) return UNKNOWN;
    const actor = actorFor(found.delivery, found.actor);
    await enterLook({ ...acting, actor }, 'MESSAGE_OPENED', id);
    const opened = await appendFact(found.delivery, (delivery) => openingOf(delivery, actor));
    if (!opened.ok) return opened;
    const message = await ports.messages.read(id);
    const addressed = message && (await findAddressed(ports, message, opened.value));
    return addressed ? ok({ delivery: opened.value, ...addressed }) : UNKNOWN;
  }

  /** Acknowledges receipt; doing it again adds nothing, nor does doing it when the letter is handed over. */
  async function acknowledge(acting: Acting, id: MessageId): Promise<Result<Delivery, OpenRefusal | ReceiptNotAsked>> {
    const found = await receivable(acting, id);
    if (!found) return UNKNOWN;
    return appendFact(found.delivery, (delivery) => receiptOf(delivery, actorFor(delivery, found.actor)));
  }

  /** An agent whose mandate has ended is like anybody else. */
  async function receivable(acting: Acting, id: MessageId): Promise<FoundDelivery | undefined> {
    const found = await findDelivery(acting, id);
    return found && (await mayStillReceive(found.delivery)) ? found : undefined;
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

/** Who opens in their own mailbox what came to them for another, does it for that other, by the power it was sent under. */
function actorFor({ addressee }: Delivery, actor: Actor): Actor {
  const role = addressee && IN_ROLE[addressee.role];
  return role && actor.role === 'SELF' ? { ...actor, role, mandateId: addressee.mandateId } : actor;
}

const IN_ROLE: Readonly<Record<AddresseeRole, Actor['role'] | undefined>> = {
  SELF: undefined,
  GUARDIAN: 'GUARDIAN',
  AGENT: 'AGENT',
  ESTATE_HOLDER: 'REPRESENTATIVE',
  ADMINISTRATOR: 'REPRESENTATIVE',
  CONTACT: 'REPRESENTATIVE',
};

/** With the letter handed over the receipt has nothing left to do: the message opens, and the authority is told so. */
function openingOf(delivery: Delivery, by: Actor): Result<NewFact | undefined, OpenRefusal> {
  const { kind, facts } = delivery;
  const { opened, acknowledged } = foldFacts(facts);
  if (opened || lastOf(facts, 'OPENED_LATE')) return ok(undefined);
  if (isHandedOver(delivery)) return ok({ type: 'OPENED_LATE', by });
  return kind === 'VERIFIABLE' && !acknowledged ? refuse({ kind: 'receipt-required' }) : ok({ type: 'OPENED', by });
}

function receiptOf(delivery: Delivery, by: Actor): Result<NewFact | undefined, ReceiptNotAsked> {
  if (delivery.kind === 'ORDINARY') return refuse({ kind: 'receipt-not-asked' });
  const isDone = foldFacts(delivery.facts).acknowledged || isHandedOver(delivery);
  return ok(isDone ? undefined : { type: 'ACKNOWLEDGED', by });
}
