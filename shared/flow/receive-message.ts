import type { InboundContent, InboundMessage } from '#shared/domain/mailbox/inbound';
import { changed } from '#shared/domain/message/delivery-change';
import type { Delivery } from '#shared/domain/message/delivery';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import {
  type AttachmentId,
  type MessageId,
  type RecipientId,
  type ServiceId,
  type TenantId,
  deliveryIdOf,
} from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import { makeFindDelivery } from '#shared/flow/find-delivery';
import { type FindDocumentsPorts, makeFindDocuments } from '#shared/flow/find-documents';
import { readContent } from '#shared/flow/read-content';
import type { Acting } from '#shared/flow/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { Gates, RecipientAliases } from '#shared/ports/mailboxes';
import type { MessageLog } from '#shared/ports/message-log';
import type { Nudger } from '#shared/ports/nudger';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';
import type { Tenants } from '#shared/ports/tenants';

export interface ReceivePorts extends FindDocumentsPorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly inbound: InboundLog;
  readonly gates: Gates;
  readonly aliases: RecipientAliases;
  readonly tenants: Tenants;
  readonly sealer: Sealer;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly clock: Clock;
}

export interface Writing {
  readonly title: string;
  readonly body: string;
  readonly attachmentIds: readonly AttachmentId[];
}

export type ReceiveRefusal =
  | { readonly kind: 'message-unknown' }
  | { readonly kind: 'reply-not-allowed' }
  | { readonly kind: 'body-refused'; readonly problems: readonly FieldProblem[] };

interface Address {
  readonly tenantId: TenantId;
  readonly serviceId: ServiceId;
  readonly thread?: InboundMessage['thread'];
}

/** What the seal of a received message is bound to. */
export function inboundContext(id: MessageId): string {
  return `inbound/${id}`;
}

/**
 * Takes a message from an end user to an authority: a reply, or a new one. It has reached the authority when this answers
 * (13/2003 § 10); the authority's system learns of it from its events.
 *
 * @see REQ-062, REQ-063
 */
export function makeReceiveMessage(ports: ReceivePorts) {
  const { messages, tenants, inbound, deliveries, attachments, sealer, ids, clock, nudger } = ports;
  const findDelivery = makeFindDelivery(ports);
  const findDocuments = makeFindDocuments(ports);

  /** Answers a message, where its sender allows it. */
  async function reply(
    acting: Acting,
    to: MessageId,
    writing: Omit<Writing, 'title'> & { readonly title?: string },
  ): Promise<Result<MessageId, ReceiveRefusal>> {
    const delivery = await findDelivery(acting.recipientId, to);
    const message = delivery && (await messages.read(to));
    if (!message) return refuse({ kind: 'message-unknown' });
    const { electronic } = await readContent(sealer, message);
    if (electronic?.replyAllowedBy !== 'Anyone') return refuse({ kind: 'reply-not-allowed' });
    const thread = { rootMessageId: to, threadExternalId: message.externalId };
    return receive(
      acting,
      { tenantId: message.tenantId, serviceId: message.serviceId, thread },
      { ...writing, title: writing.title ?? electronic.title },
    );
  }

  /** Writes to a service of its own accord. */
  async function write(acting: Acting, to: ServiceId, writing: Writing): Promise<Result<MessageId, ReceiveRefusal>> {
    const service = await tenants.service(to);
    if (!service) return refuse({ kind: 'body-refused', problems: [{ field: 'serviceId', rule: 'names no service' }] });
    return receive(acting, service, writing);
  }

  async function receive(acting: Acting, to: Address, writing: Writing): Promise<Result<MessageId, ReceiveRefusal>> {
    const recipientId = acting.recipientId ?? (await ports.aliases.enrol(acting.ownerDigest, ids.recipient()));
    const receivedAt = clock();
    const uses = writing.attachmentIds.map((attachmentId, i) => ({
      attachmentId,
      field: `attachmentIds.${i}`,
      forPrint: false,
    }));
    const { documents, problems } = await findDocuments({ type: 'recipient', recipientId }, uses, receivedAt);
    if (problems.length > 0) return refuse({ kind: 'body-refused', problems });

    await Promise.all(documents.map(({ attachmentId }) => attachments.markUsed(attachmentId, to.tenantId)));
    const messageId = ids.message();
    const content = contentOf(acting, writing, documents);
    const sealedContent = await sealer.sealContent({
      key: tenantMonth(to.tenantId, receivedAt),
      context: inboundContext(messageId),
      text: JSON.stringify(content),
    });
    await inbound.put({
      messageId,
      tenantId: to.tenantId,
      serviceId: to.serviceId,
      recipientId,
      receivedAt,
      thread: to.thread,
      sealedContent,
    });
    return announce(to, messageId, recipientId);
  }

  /** The fact the authority's events tell of. Until it stands the message has not been received. */
  async function announce(
    { tenantId, serviceId }: Address,
    messageId: MessageId,
    recipientId: RecipientId,
  ): Promise<Result<MessageId, never>> {
    const silent: Delivery = {
      deliveryId: deliveryIdOf(messageId, 1),
      messageId,
      tenantId,
      serviceId,
      recipientId,
      kind: 'ORDINARY',
      facts: [],
      published: 0,
    };
    const created = await deliveries.create(
      changed(silent, { facts: [{ type: 'RECEIVED' }], attempt: ids.attempt(), at: clock() }),
    );
    if (!created.ok) throw new Error('a random message id is taken');
    await nudger.nudge('publish-events', silent.deliveryId);
    return ok(messageId);
  }

  return { reply, write };
}

function contentOf(
  { owner, onBehalf }: Acting,
  { title, body }: Writing,
  documents: readonly DocumentReference[],
): InboundContent {
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return { title, body, documents: [...documents], mailboxOwner: named(owner), onBehalf: onBehalf && named(onBehalf) };
}
