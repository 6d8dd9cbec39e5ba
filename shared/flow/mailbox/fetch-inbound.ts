import type { InboundContent, InboundMessage } from '#shared/domain/mailbox/inbound';
import type { AttachmentId, MessageId, TenantId } from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import { openInbound } from '#shared/flow/mailbox/inbound-content';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type Clock, DAY, type Instant, after } from '#shared/kernel/time';
import type { AttachmentLog } from '#shared/ports/attachment-log';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { Sealer } from '#shared/ports/sealer';

export interface FetchPorts {
  readonly inbound: InboundLog;
  readonly attachments: AttachmentLog;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** How long the national API shows events, received messages and their files. */
export const RETENTION_ON_SUOMIFI_FRONT = 60 * DAY;

export interface NotThere {
  readonly kind: 'not-there';
}

export interface Fetched {
  readonly message: InboundMessage;
  readonly content: InboundContent;
}

const NOT_THERE = refuse({ kind: 'not-there' });

/** What end users have sent to an authority. Another authority's is like none at all. */
export function makeFetchInbound({ inbound, attachments, sealer, clock }: FetchPorts) {
  async function fetchInbound(tenant: TenantId, id: MessageId): Promise<Result<Fetched, NotThere>> {
    const message = await inbound.read(id);
    if (message?.tenantId !== tenant || isPast(message.transferredAt ?? message.receivedAt)) return NOT_THERE;
    const content = await openInbound(sealer, message);
    return content ? ok({ message, content }) : NOT_THERE;
  }

  async function fetchAttachment(tenant: TenantId, id: AttachmentId): Promise<Result<DocumentReference, NotThere>> {
    const attachment = await attachments.read(id);
    const sentAt = attachment?.sentTo[tenant];
    if (!attachment?.document || sentAt === undefined || isPast(sentAt)) return NOT_THERE;
    return ok(attachment.document);
  }

  function isPast(moment: Instant): boolean {
    return after(moment, RETENTION_ON_SUOMIFI_FRONT) < clock();
  }

  return { fetchInbound, fetchAttachment };
}
