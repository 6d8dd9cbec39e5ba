import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { consentCalls } from '#functions/_shell/calls/consent';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { problemAnswer } from '#functions/_shell/refusals';
import {
  acknowledgeReceipt,
  listMailbox,
  openMessage,
  replyToMessage,
  writeMessage,
} from '#shared/contracts/me/mailbox';
import { messageId } from '#shared/domain/message/ids';
import { lastOf } from '#shared/domain/message/facts';
import type { Authority, AuthorityService } from '#shared/domain/tenancy/tenant';
import type { ConsentPorts } from '#shared/flow/change-consent';
import { type ListPorts, makeListMailbox } from '#shared/flow/list-mailbox';
import { type OpenPorts, type OpenedMessage, makeOpenMessage } from '#shared/flow/open-message';
import { type ReceivePorts, type ReceiveRefusal, makeReceiveMessage } from '#shared/flow/receive-message';
import type { Acting } from '#shared/flow/who-acts';
import type { Result } from '#shared/kernel/result';

export type RecipientPorts = OpenPorts & ListPorts & ReceivePorts & ConsentPorts;

/** Lines on one page of the mailbox. */
const PAGE = 50;

/** What a recipient does: reads, acknowledges, answers, consents. */
export function recipientCalls(ports: RecipientPorts, caller: Authenticate<Acting>): Bound[] {
  return [...mailboxCalls(ports, caller), ...writingCalls(ports, caller), ...consentCalls(ports, caller)];
}

function mailboxCalls(ports: RecipientPorts, caller: Authenticate<Acting>): Bound[] {
  const list = makeListMailbox(ports);
  const { openMessage: open, acknowledge } = makeOpenMessage(ports);
  return [
    bind(listMailbox, caller, async ({ query }, { recipientId }) => {
      const page = recipientId
        ? await list(recipientId, { after: query.after, limit: PAGE })
        : { lines: [], next: undefined };
      const messages = page.lines.map(({ authority, service, ...line }) => ({
        ...line,
        sender: senderOf(authority, service),
      }));
      return { status: 200, json: { messages, next: page.next } };
    }),
    bind(openMessage, caller, async ({ params, request }, acting) => {
      const id = messageId.safeParse(Number(params.messageId));
      const opened = id.success ? await open(acting, id.data) : undefined;
      if (!opened) return problemAnswer(request, 'not-found');
      if (!opened.ok)
        return problemAnswer(request, opened.refusal.kind === 'receipt-required' ? 'receipt-required' : 'not-found');
      return { status: 200, json: await openedBody(ports, opened.value) };
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
      const { title, body: text, attachmentIds = [] } = body;
      return sentAnswer(request, await reply(acting, id.data, { title, body: text, attachmentIds }));
    }),
    bind(writeMessage, caller, async ({ body, request }, acting) => {
      const { serviceId, title, body: text, attachmentIds = [] } = body;
      return sentAnswer(request, await write(acting, serviceId, { title, body: text, attachmentIds }));
    }),
  ];
}

function sentAnswer(request: HttpRequest, sent: Result<number, ReceiveRefusal>): Answer {
  if (sent.ok) return { status: 201, json: { messageId: sent.value } };
  const { refusal } = sent;
  if (refusal.kind === 'body-refused') return problemAnswer(request, 'body-invalid', { fields: refusal.problems });
  return problemAnswer(request, refusal.kind === 'reply-not-allowed' ? 'reply-not-allowed' : 'not-found');
}

async function openedBody({ tenants }: RecipientPorts, { delivery, message, content }: OpenedMessage) {
  const { electronic, documents } = content;
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
    attachments: documents.filter(({ attachmentId }) => shown.has(attachmentId)),
  };
}

function senderOf(authority: Authority | undefined, service: AuthorityService | undefined) {
  return { organisation: authority?.name.fi ?? '', service: service?.name.fi ?? '' };
}
