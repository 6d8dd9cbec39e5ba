import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { consentCalls } from '#functions/_shell/calls/consent';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { problemAnswer } from '#functions/_shell/refusals';
import { senderOf } from '#functions/_shell/sender-view';
import { sentBody } from '#functions/_shell/sent-view';
import { acknowledgeReceipt, openMessage, replyToMessage, writeMessage } from '#shared/contracts/me/mailbox';
import { endOf } from '#shared/domain/inbound/deadline';
import { receiptOf } from '#shared/domain/inbound/receipt';
import { type MessageId, messageId } from '#shared/domain/message/ids';
import { lastOf } from '#shared/domain/message/facts';
import type { ConsentPorts } from '#shared/flow/consent/change-consent';
import type { ListPorts } from '#shared/flow/mailbox/list-mailbox';
import { type OpenPorts, type OpenedMessage, makeOpenMessage } from '#shared/flow/mailbox/open-message';
import { type ReceivePorts, type ReceiveRefusal, makeReceiveMessage } from '#shared/flow/mailbox/receive-message';
import { rootOf } from '#shared/flow/mailbox/thread-root';
import { type SentPorts, makeShowSent } from '#shared/flow/mailbox/show-sent';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { Result } from '#shared/kernel/result';

export type RecipientPorts = OpenPorts & ListPorts & ReceivePorts & ConsentPorts & SentPorts;

/** What a recipient does: reads, acknowledges, answers, consents. */
export function recipientCalls(ports: RecipientPorts, caller: Authenticate<Acting>): Bound[] {
  return [...mailboxCalls(ports, caller), ...writingCalls(ports, caller), ...consentCalls(ports, caller)];
}

function mailboxCalls(ports: RecipientPorts, caller: Authenticate<Acting>): Bound[] {
  const { openMessage: open, acknowledge } = makeOpenMessage(ports);
  const showSent = makeShowSent(ports);
  return [
    bind(openMessage, caller, async ({ params, request }, acting) => {
      const id = messageId.safeParse(Number(params.messageId));
      if (!id.success) return problemAnswer(request, 'not-found');
      const opened = await open(acting, id.data);
      if (opened.ok) return { status: 200, json: await openedBody(ports, opened.value) };
      if (opened.refusal.kind === 'receipt-required') return problemAnswer(request, 'receipt-required');
      const sent = await showSent(acting, id.data);
      return sent.ok ? { status: 200, json: await sentBody(ports, sent.value) } : problemAnswer(request, 'not-found');
    }),
    bind(acknowledgeReceipt, caller, async ({ params, request }, acting) => {
      const id = messageId.safeParse(Number(params.messageId));
      const done = id.success ? await acknowledge(acting, id.data) : undefined;
      if (done?.ok === true) return { status: 204 };
      return problemAnswer(request, done?.refusal.kind === 'receipt-not-asked' ? 'receipt-not-asked' : 'not-found');
    }),
  ];
}

function writingCalls(ports: RecipientPorts, caller: Authenticate<Acting>): Bound[] {
  const { reply, write } = makeReceiveMessage(ports);
  return [
    bind(replyToMessage, caller, async ({ params, body, request }, acting) => {
      const id = messageId.safeParse(Number(params.messageId));
      if (!id.success) return problemAnswer(request, 'not-found');
      const { attachmentIds = [], ...rest } = body;
      return sentAnswer(ports, request, await reply(acting, id.data, { ...rest, attachmentIds }));
    }),
    bind(writeMessage, caller, async ({ body, request }, acting) => {
      const { serviceId, attachmentIds = [], ...rest } = body;
      return sentAnswer(ports, request, await write(acting, serviceId, { ...rest, attachmentIds }));
    }),
  ];
}

async function sentAnswer(
  { inbound }: RecipientPorts,
  request: HttpRequest,
  sent: Result<MessageId, ReceiveRefusal>,
): Promise<Answer> {
  if (sent.ok) {
    const arrived = await inbound.read(sent.value);
    return { status: 201, json: { messageId: sent.value, receipt: arrived && receiptOf(arrived) } };
  }
  const { refusal } = sent;
  if (refusal.kind === 'body-refused') return problemAnswer(request, 'body-invalid', { fields: refusal.problems });
  return problemAnswer(request, refusal.kind === 'reply-not-allowed' ? 'reply-not-allowed' : 'not-found');
}

async function openedBody({ tenants, inbound }: RecipientPorts, { delivery, message, content }: OpenedMessage) {
  const { electronic, documents, hub } = content;
  const shown = new Set(electronic?.attachments.map(({ attachmentId }) => attachmentId));
  const [authority, service] = await Promise.all([
    tenants.authority(message.tenantId),
    tenants.service(message.serviceId),
  ]);
  return {
    messageId: message.messageId,
    sender: senderOf(authority, service),
    title: electronic?.title,
    body: electronic?.body,
    bodyFormat: electronic?.bodyFormat,
    receivedAt: lastOf(delivery.facts, 'MAILBOX_STORED')?.at ?? message.acceptedAt,
    kind: delivery.kind,
    replyAllowed: electronic?.replyAllowedBy === 'Anyone',
    answerBy: hub?.answerBy && { ...endOf(hub.answerBy), setBy: hub.answerBy.setBy },
    rootMessageId: await rootOf(inbound, electronic),
    attachments: documents.filter(({ attachmentId }) => shown.has(attachmentId)),
  };
}
