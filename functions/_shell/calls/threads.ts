import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { receiptBody } from '#functions/_shell/sent-view';
import { senderOf } from '#functions/_shell/sender-view';
import { showArrivalReceipt, showThread } from '#shared/contracts/me/threads';
import { messageId } from '#shared/domain/message/ids';
import { makeShowSent } from '#shared/flow/mailbox/show-sent';
import { type ThreadPorts, makeShowThread } from '#shared/flow/mailbox/show-thread';
import type { Acting } from '#shared/flow/mandate/who-acts';

/** Conversations, and the receipts of what was sent in them. */
export function threadCalls(ports: ThreadPorts, caller: Authenticate<Acting>): Bound[] {
  const threadOf = makeShowThread(ports);
  const showSent = makeShowSent(ports);
  return [
    bind(showThread, caller, async ({ params, request }, acting) => {
      const root = messageId.safeParse(Number(params.rootMessageId));
      const thread = root.success ? await threadOf(acting, root.data) : undefined;
      if (thread?.ok !== true) return problemAnswer(request, 'not-found');
      const messages = thread.value.map(({ authority, service, ...line }) => ({
        ...line,
        with: senderOf(authority, service),
      }));
      return { status: 200, json: { rootMessageId: root.data, messages } };
    }),
    bind(showArrivalReceipt, caller, async ({ params, request }, acting) => {
      const id = messageId.safeParse(Number(params.messageId));
      const sent = id.success ? await showSent(acting, id.data) : undefined;
      return sent?.ok === true
        ? { status: 200, json: await receiptBody(ports, sent.value) }
        : problemAnswer(request, 'not-found');
    }),
  ];
}
