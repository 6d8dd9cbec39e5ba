import { type InboundContent, type InboundMessage, inboundContent } from '#shared/domain/mailbox/inbound';
import type { AttachmentId, MessageId, TenantId } from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import { inboundContext } from '#shared/flow/store-inbound';
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

/** What end users have sent to an authority. Another authority's is like none at all. */
export function makeFetchInbound({ inbound, attachments, sealer, clock }: FetchPorts) {
  async function fetchInbound(tenant: TenantId, id: MessageId): Promise<Result<Fetched, NotThere>> {
    const message = await inbound.read(id);
    const sealed = message?.sealedContent;
    if (message?.tenantId !== tenant || !sealed || isPast(message.transferredAt ?? message.receivedAt))
      return refuse({ kind: 'not-there' });
    const text = await sealer.openContent(inboundContext(id), sealed);
    return ok({ message, content: inboundContent.parse(JSON.parse(text)) });
  }

  async function fetchAttachment(tenant: TenantId, id: AttachmentId): Promise<Result<DocumentReference, NotThere>> {
    const attachment = await attachments.read(id);
    const sentAt = attachment?.sentTo[tenant];
    if (!attachment?.document || sentAt === undefined || isPast(sentAt)) return refuse({ kind: 'not-there' });
    return ok(attachment.document);
  }

  function isPast(moment: Instant): boolean {
    return after(moment, RETENTION_ON_SUOMIFI_FRONT) < clock();
  }

  return { fetchInbound, fetchAttachment };
}
