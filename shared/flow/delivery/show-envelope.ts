import { type EntryState, entryState } from '#shared/domain/mailbox/entry';
import type { Delivery } from '#shared/domain/message/delivery';
import { lastOf } from '#shared/domain/message/facts';
import type { MessageId, ServiceId } from '#shared/domain/message/ids';
import { openBy } from '#shared/domain/service-of-document/open-by';
import type { Authority, AuthorityService } from '#shared/domain/tenancy/tenant';
import { type FindDeliveryPorts, makeFindDelivery } from '#shared/flow/delivery/find-delivery';
import { findAddressed } from '#shared/flow/delivery/read-content';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { CalendarDate, Instant } from '#shared/kernel/time';
import type { Tenants } from '#shared/ports/tenants';

export interface EnvelopePorts extends FindDeliveryPorts {
  readonly tenants: Tenants;
}

export interface EnvelopeUnknown {
  readonly kind: 'message-unknown';
}

/** The outside of a message: what its recipient may know of it before opening. */
export interface Envelope {
  readonly messageId: MessageId;
  readonly serviceId: ServiceId;
  readonly authority?: Authority;
  readonly service?: AuthorityService;
  readonly title: string;
  readonly receivedAt: Instant;
  readonly kind: Delivery['kind'];
  readonly state: EntryState;
  /** Last day on which opening it avoids a letter. */
  readonly openBy?: CalendarDate;
  readonly replyAllowed: boolean;
  readonly matterId?: string;
}

/**
 * Shows the outside of one message of the mailbox, unopened: nothing is recorded. Somebody else's is like none at all.
 *
 * @see REQ-073; hub-api.md section 3 (a title of an unacknowledged verifiable message is shown, its content is not)
 */
export function makeShowEnvelope(ports: EnvelopePorts) {
  const { messages, tenants, sealer } = ports;
  const findDelivery = makeFindDelivery(ports);

  return async function showEnvelope(acting: Acting, id: MessageId): Promise<Result<Envelope, EnvelopeUnknown>> {
    const found = await findDelivery(acting, id);
    const message = found && (await messages.read(id));
    if (!message) return refuse({ kind: 'message-unknown' });
    const { delivery } = found;
    const { messageId, tenantId, serviceId, matterId, acceptedAt } = message;
    const [addressed, authority, service] = await Promise.all([
      findAddressed({ sealer }, message, delivery),
      tenants.authority(tenantId),
      tenants.service(serviceId),
    ]);
    if (!addressed) return refuse({ kind: 'message-unknown' });
    const { electronic } = addressed.content;
    return ok({
      messageId,
      serviceId,
      authority,
      service,
      title: electronic?.title ?? '',
      receivedAt: lastOf(delivery.facts, 'MAILBOX_STORED')?.at ?? acceptedAt,
      kind: delivery.kind,
      state: entryState(delivery.kind, delivery.facts),
      openBy: openBy(delivery),
      replyAllowed: electronic?.replyAllowedBy === 'Anyone',
      matterId,
    });
  };
}
