import type { InboundContent, InboundMessage } from '#shared/domain/mailbox/inbound';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Actor } from '#shared/domain/message/facts';
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
import { makeChangeDelivery } from '#shared/flow/change-delivery';
import { type FindDocumentsPorts, makeFindDocuments } from '#shared/flow/find-documents';
import { makeKeepDocuments } from '#shared/flow/keep-documents';
import { makeRecipientIds } from '#shared/flow/recipient-ids';
import type { Acting } from '#shared/flow/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import type { Nudger } from '#shared/ports/nudger';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';

export interface InboundPorts extends FindDocumentsPorts {
  readonly deliveries: DeliveryLog;
  readonly inbound: InboundLog;
  readonly aliases: RecipientAliases;
  readonly sealer: Sealer;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly clock: Clock;
}

/** What a person writes to an authority. */
export interface Writing {
  readonly title: string;
  readonly body: string;
  readonly attachmentIds: readonly AttachmentId[];
}

/** Where it goes. */
export interface InboundAddress {
  readonly tenantId: TenantId;
  readonly serviceId: ServiceId;
  readonly thread?: InboundMessage['thread'];
}

export interface BodyRefused {
  readonly kind: 'body-refused';
  readonly problems: readonly FieldProblem[];
}

/** What the seal of a received message is bound to. */
export function inboundContext(id: MessageId): string {
  return `inbound/${id}`;
}

/** Stores what an end user wrote, sealed; the fact that it was received, which its authority learns of, comes last. */
export function makeStoreInbound(ports: InboundPorts) {
  const { inbound, sealer, ids, clock } = ports;
  const recipients = makeRecipientIds(ports);
  const findDocuments = makeFindDocuments(ports);
  const keepDocuments = makeKeepDocuments(ports);
  const announce = makeAnnounce(ports);

  return async function storeInbound(
    acting: Acting,
    to: InboundAddress,
    writing: Writing,
  ): Promise<Result<MessageId, BodyRefused>> {
    const recipientId = acting.recipientId ?? (await recipients.enrol(acting.owner.id, ids.recipient()));
    const uses = writing.attachmentIds.map((attachmentId, i) => ({
      attachmentId,
      field: `attachmentIds.${i}`,
      forPrint: false,
    }));
    const { documents, problems } = await findDocuments({ type: 'recipient', recipientId }, uses, clock());
    if (problems.length > 0) return refuse({ kind: 'body-refused', problems });

    const attempt = ids.attempt();
    const message = { ...(await sealedMessage(to, recipientId, contentOf(acting, writing, documents))), attempt };
    await keepDocuments(documents, { by: attempt, sentTo: { tenantId: to.tenantId, at: message.receivedAt } });
    await inbound.put(message);
    await announce(message, acting.actor);
    return ok(message.messageId);
  };

  async function sealedMessage(
    { tenantId, serviceId, thread }: InboundAddress,
    recipientId: RecipientId,
    content: InboundContent,
  ): Promise<InboundMessage> {
    const receivedAt = clock();
    const messageId = ids.message();
    const order = {
      key: tenantMonth(tenantId, receivedAt),
      context: inboundContext(messageId),
      text: JSON.stringify(content),
    };
    return {
      messageId,
      tenantId,
      serviceId,
      recipientId,
      receivedAt,
      thread,
      sealedContent: await sealer.sealContent(order),
    };
  }
}

/** The fact the authority's events tell of. Until it stands the message has not been received. */
function makeAnnounce({
  deliveries,
  ids,
  nudger,
  sealer,
}: Pick<InboundPorts, 'deliveries' | 'ids' | 'nudger' | 'sealer'>) {
  const changeDelivery = makeChangeDelivery({ sealer });

  return async function announce(
    { messageId, tenantId, serviceId, recipientId, receivedAt }: InboundMessage,
    { role, assurance, mandateId }: Actor,
  ): Promise<void> {
    const deliveryId = deliveryIdOf(messageId, 1);
    const silent: Delivery = {
      deliveryId,
      messageId,
      tenantId,
      serviceId,
      recipientId,
      kind: 'ORDINARY',
      facts: [],
      published: 0,
    };
    const created = await deliveries.create(
      changeDelivery(silent, {
        facts: [{ type: 'RECEIVED', by: { role, assurance, mandateId } }],
        attempt: ids.attempt(),
        at: receivedAt,
      }),
    );
    if (!created.ok) throw new Error('a random message id is taken');
    await nudger.nudge('publish-events', deliveryId);
  };
}

function contentOf(
  { owner, onBehalf }: Acting,
  { title, body }: Writing,
  documents: readonly DocumentReference[],
): InboundContent {
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return { title, body, documents: [...documents], mailboxOwner: named(owner), onBehalf: onBehalf && named(onBehalf) };
}
