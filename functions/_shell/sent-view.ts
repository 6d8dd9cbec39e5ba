import { senderOf } from '#functions/_shell/sender-view';
import type { ShownSentLine } from '#shared/flow/list-sent';
import type { SentMessage } from '#shared/flow/show-sent';
import type { Tenants } from '#shared/ports/tenants';

/** What somebody has sent, as its sender reads it. */
export async function sentBody({ tenants }: { readonly tenants: Tenants }, { message, content, receipt }: SentMessage) {
  const { messageId, tenantId, serviceId, receivedAt, thread } = message;
  const [authority, service] = await Promise.all([tenants.authority(tenantId), tenants.service(serviceId)]);
  return {
    messageId,
    direction: 'SENT',
    to: senderOf(authority, service),
    title: content.title,
    body: content.body,
    receivedAt,
    rootMessageId: thread?.rootMessageId ?? messageId,
    attachments: content.documents,
    receipt,
  };
}

export function sentLineBody({ authority, service, ...line }: ShownSentLine) {
  return { ...line, direction: 'SENT', to: senderOf(authority, service) };
}
