import { type InboundMessage, inboundContent } from '#shared/domain/mailbox/inbound';
import type { MessageId, RecipientId } from '#shared/domain/message/ids';
import { inboundContext } from '#shared/flow/store-inbound';
import type { Instant } from '#shared/kernel/time';
import { type InboundLog, placeOfWritten } from '#shared/ports/inbound-log';
import type { Sealer } from '#shared/ports/sealer';
import type { Tenants } from '#shared/ports/tenants';
import type { Authority, AuthorityService } from '#shared/domain/tenancy/tenant';

export interface ExportWrittenPorts {
  readonly inbound: Pick<InboundLog, 'writtenBy'>;
  readonly tenants: Pick<Tenants, 'authority' | 'service'>;
  readonly sealer: Pick<Sealer, 'openContent'>;
}

/** A message somebody has written to an authority from their mailbox. */
export interface WrittenMessage {
  readonly messageId: MessageId;
  readonly receivedAt: Instant;
  readonly authority?: Authority;
  readonly service?: AuthorityService;
  /** Absent once its time is over. */
  readonly title?: string;
  /** Only when asked for. */
  readonly body?: string;
  /** Who wrote it, where that is another than the owner of the mailbox. */
  readonly writtenBy?: string;
}

export interface WrittenPage {
  readonly written: readonly WrittenMessage[];
  readonly next?: string;
}

/** Messages on one page. */
const PAGE = 25;

/** What was written from a mailbox to authorities, newest first, opened for its owner. */
export function makeExportWritten({ inbound, tenants, sealer }: ExportWrittenPorts) {
  return async function exportWritten(
    owner: RecipientId,
    { after, contents }: { readonly after?: string; readonly contents: boolean },
  ): Promise<WrittenPage> {
    const found = await inbound.writtenBy(owner, { after, limit: PAGE });
    const last = found.length === PAGE ? found.at(-1) : undefined;
    return {
      written: await Promise.all(found.map(async (each) => shown(each, contents))),
      next: last && placeOfWritten(last),
    };
  };

  async function shown(
    { messageId, receivedAt, tenantId, serviceId, sealedContent }: InboundMessage,
    contents: boolean,
  ): Promise<WrittenMessage> {
    const [authority, service] = await Promise.all([tenants.authority(tenantId), tenants.service(serviceId)]);
    const head = { messageId, receivedAt, authority, service };
    if (!sealedContent) return head;
    const text = await sealer.openContent(inboundContext(messageId), sealedContent);
    const { title, body, onBehalf } = inboundContent.parse(JSON.parse(text));
    return { ...head, title, body: contents ? body : undefined, writtenBy: onBehalf?.name };
  }
}
