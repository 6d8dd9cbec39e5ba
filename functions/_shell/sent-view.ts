import { senderOf } from '#functions/_shell/sender-view';
import type { ShownSentLine } from '#shared/flow/mailbox/list-sent';
import type { SentMessage } from '#shared/flow/mailbox/show-sent';
import type { Tenants } from '#shared/ports/tenants';

/** What somebody has sent, as its sender reads it. */
export async function sentBody(ports: { readonly tenants: Tenants }, sent: SentMessage) {
  const { message, content } = sent;
  const { tenants } = ports;
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
    receipt: await receiptBody(ports, sent),
  };
}

/** The receipt of a message, and where it was passed on. */
export async function receiptBody({ tenants }: { readonly tenants: Tenants }, { receipt, transfer }: SentMessage) {
  if (!transfer) return receipt;
  const service = await tenants.service(transfer.toServiceId);
  const authority = service && (await tenants.authority(service.tenantId));
  const to = senderOf(authority, service);
  return { ...receipt, transferred: { at: transfer.at, to, messageId: transfer.copyId } };
}

export function sentLineBody({ authority, service, ...line }: ShownSentLine) {
  return { ...line, direction: 'SENT', to: senderOf(authority, service) };
}
