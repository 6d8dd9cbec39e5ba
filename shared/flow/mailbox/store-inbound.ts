import type { InboundContent, InboundMessage } from '#shared/domain/mailbox/inbound';
import { sentName } from '#shared/domain/mailbox/sent';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Actor } from '#shared/domain/message/actor';
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
import { makeChangeDelivery } from '#shared/flow/delivery/change-delivery';
import { type FindDocumentsPorts, makeFindDocuments } from '#shared/flow/intake/find-documents';
import { type SentClaim, makeFindOutage } from '#shared/flow/delivery/find-outage';
import { sealInbound } from '#shared/flow/mailbox/inbound-content';
import { makeKeepDocuments } from '#shared/flow/intake/keep-documents';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { Correspondence } from '#shared/ports/correspondence';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import type { Outages } from '#shared/ports/outages';
import type { Nudger } from '#shared/ports/nudger';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';

export interface InboundPorts extends FindDocumentsPorts {
  readonly deliveries: DeliveryLog;
  readonly inbound: InboundLog;
  readonly correspondence: Correspondence;
  readonly outages: Outages;
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
  /** When it was first sent, by its sender's account, and the outage it was sent in. */
  readonly sentDuring?: SentClaim;
}

/** Where it goes. */
export interface InboundAddress {
  readonly tenantId: TenantId;
  readonly serviceId: ServiceId;
  readonly thread?: InboundMessage['thread'];
  readonly answers?: MessageId;
  readonly deadline?: InboundMessage['deadline'];
}

export interface BodyRefused {
  readonly kind: 'body-refused';
  readonly problems: readonly FieldProblem[];
}

/** What the seal of a title among the sent ones is bound to. */
export function sentContext(id: MessageId): string {
  return `sent/${id}`;
}

/**
 * Stores what an end user wrote, sealed, and enters it among what its sender has sent; the fact that it was received, which
 * its authority learns of, comes last. Once it stands the
 * message has arrived (13/2003 § 10).
 */
export function makeStoreInbound(ports: InboundPorts) {
  const { inbound, sealer, ids, clock } = ports;
  const recipients = makeRecipientIds(ports);
  const findOutage = makeFindOutage(ports);
  const findDocuments = makeFindDocuments(ports);
  const keepDocuments = makeKeepDocuments(ports);
  const enterSent = makeEnterSent(ports);
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
    }));
    const { documents, problems } = await findDocuments({ type: 'recipient', recipientId }, uses, clock());
    const sentDuring = await findOutage(writing.sentDuring);
    if (!sentDuring.ok) return refuse({ kind: 'body-refused', problems: [...problems, sentDuring.refusal.problem] });
    if (problems.length > 0) return refuse({ kind: 'body-refused', problems });

    const attempt = ids.attempt();
    const about = { ...to, attempt, sentDuring: sentDuring.value };
    const message = await sealedMessage(about, recipientId, contentOf(acting, writing, documents));
    await keepDocuments(documents, { by: attempt, sentTo: { tenantId: to.tenantId, at: message.receivedAt } });
    await inbound.put(message);
    await enterSent(message, writing.title);
    await announce(message, acting.actor);
    return ok(message.messageId);
  };

  async function sealedMessage(
    { tenantId, serviceId, ...about }: InboundAddress & Pick<InboundMessage, 'sentDuring' | 'attempt'>,
    recipientId: RecipientId,
    content: InboundContent,
  ): Promise<InboundMessage> {
    const receivedAt = clock();
    const messageId = ids.message();
    const sealedContent = await sealInbound(sealer, { messageId, tenantId, receivedAt }, content);
    return { messageId, tenantId, serviceId, recipientId, receivedAt, ...about, sealedContent };
  }
}

/** What somebody has sent, as its sender finds it again. */
function makeEnterSent({ correspondence, sealer }: Pick<InboundPorts, 'correspondence' | 'sealer'>) {
  return async function enterSent(message: InboundMessage, title: string): Promise<void> {
    const { recipientId, messageId, tenantId, serviceId, receivedAt } = message;
    const rootMessageId = message.thread?.rootMessageId ?? messageId;
    const key = tenantMonth(tenantId, receivedAt);
    const sealed = await sealer.sealText({ key, context: sentContext(messageId), text: title });
    const place = { recipientId, rootMessageId, messageId };
    await correspondence.join({ ...place, at: receivedAt, direction: 'SENT' });
    const sent = sentName(receivedAt, messageId);
    await correspondence.enter({ ...place, sent, tenantId, serviceId, receivedAt, title: sealed });
  };
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
    { messageId, tenantId, serviceId, recipientId, receivedAt, sentDuring }: InboundMessage,
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
        facts: [{ type: 'RECEIVED', ...sentDuring, by: { role, assurance, mandateId } }],
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
