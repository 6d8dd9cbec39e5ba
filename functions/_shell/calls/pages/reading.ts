import { messageIn, notFound, senderIn } from '#functions/_shell/calls/pages/names';
import { makeFileAnswer } from '#functions/_shell/file-answer';
import type { Bound } from '#functions/_shell/http-door';
import type { PageDoor, Passing, Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';
import {
  fileOfMessage,
  pageOfDecision,
  pageOfMessage,
  pageOfMessages,
  sendReceipt,
} from '#shared/contracts/pages/mailbox';
import { explain, legalBasisOf } from '#shared/domain/channel/explain';
import { type ConsentPorts, type ConsentView, makeChangeConsent } from '#shared/flow/consent/change-consent';
import { type ConversationPorts, makeFindConversation } from '#shared/flow/mailbox/find-conversation';
import { type CountPorts, MOST_COUNTED, makeTallyUnread } from '#shared/flow/mailbox/count-unread';
import { type ListAsPorts, makeListAs } from '#shared/flow/mandate/list-as';
import type { MailboxLine, MailboxPage } from '#shared/flow/mailbox/list-mailbox';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { type OpenPorts, type OpenedMessage, makeOpenMessage } from '#shared/flow/mailbox/open-message';
import { type ShowDecisionPorts, makeShowDecision } from '#shared/flow/delivery/show-decision';
import { type Envelope, makeShowEnvelope } from '#shared/flow/delivery/show-envelope';
import { helsinkiDay } from '#shared/kernel/time';
import type { DocumentStore } from '#shared/ports/document-store';
import { decisionPage } from '#web/pages/decision';
import { type ListView, listPage } from '#web/pages/list';
import { messagePage, receiptPage } from '#web/pages/message';

export interface ReadingPorts
  extends OpenPorts, ListAsPorts, ConsentPorts, ShowDecisionPorts, ConversationPorts, CountPorts {
  readonly documents: DocumentStore;
}

/** What stands in the place of the list where an address carries an offer. */
export type ShowOffer = (
  passing: Pick<Passing, 'request' | 'frame'> & Partial<Pick<Visiting, 'acting'>>,
) => Promise<Shown>;

/** Lines on one page: few enough that a page of the longest titles stays below 100 kB. */
export const LINES = 25;

/** Reading: the list, a message and its receipt, its files, and why it came the way it did. */
export function readingCalls(ports: ReadingPorts, door: PageDoor, showOffer: ShowOffer): Bound[] {
  return [...listCalls(ports, door, showOffer), ...messageCalls(ports, door), ...besideCalls(ports, door)];
}

function listCalls(ports: ReadingPorts, door: PageDoor, showOffer: ShowOffer): Bound[] {
  const list = makeListAs(ports);
  const { consentOf } = makeChangeConsent(ports);
  const tally = makeTallyUnread(ports);
  /** What stands on one page is counted there. */
  const unreadOf = async (acting: Acting, { lines, next }: MailboxPage): Promise<ListView['unread']> => {
    if (next === undefined) return { count: lines.filter(({ state }) => state !== 'OPENED').length };
    const { unread, complete } = await tally(acting);
    return { count: unread, among: complete ? undefined : MOST_COUNTED };
  };
  const showList = async ({ request, acting, frame }: Visiting): Promise<Shown> => {
    const { after } = request.query;
    const [page, consent] = await Promise.all([list(acting, { after, limit: LINES }), consentOf(acting.recipientId)]);
    const lines = page.lines.map((line) => lineView(line, frame.language));
    const isFirst = after === undefined;
    const unread = isFirst ? await unreadOf(acting, page) : undefined;
    return { page: listPage(frame, { lines, isFirst, next: page.next, unread, reach: reachOf(consent) }) };
  };
  return [
    door.visited(
      pageOfMessages,
      async (visiting) => (visiting.request.query['offer'] === undefined ? showList(visiting) : showOffer(visiting)),
      async (passing) => (passing.request.query['offer'] === undefined ? undefined : showOffer(passing)),
    ),
  ];
}

function lineView(
  { receivedAt, messageId, title, state, openBy, ...sender }: MailboxLine,
  language: 'fi' | 'sv' | 'en',
) {
  return { messageId, title, state, openBy, receivedOn: helsinkiDay(receivedAt), ...senderIn(sender, language) };
}

function reachOf({ gate }: ConsentView): ListView['reach'] {
  if (!gate || !(gate.electronic || gate.activated === true)) return 'LETTERS';
  return gate.emailUsable ? 'ELECTRONIC' : 'EMAIL_DEAD';
}

function messageCalls(ports: ReadingPorts, door: PageDoor): Bound[] {
  const { openMessage, acknowledge } = makeOpenMessage(ports);
  const showEnvelope = makeShowEnvelope(ports);
  const findConversation = makeFindConversation(ports);
  const showOpened = async (visiting: Visiting, opened: OpenedMessage, outside: Envelope): Promise<Shown> => {
    const { acting, frame } = visiting;
    const turn = { messageId: outside.messageId, electronic: opened.content.electronic };
    const rootMessageId = await findConversation(acting, turn);
    return { page: messagePage(frame, { ...messageView(opened, outside, visiting), rootMessageId }) };
  };
  return [
    door.visited(pageOfMessage, async (visiting) => {
      const { request, acting, frame } = visiting;
      const id = messageIn(request);
      const opened = id && (await openMessage(acting, id));
      const outside = id && (await showEnvelope(acting, id));
      if (!opened || outside?.ok !== true) return notFound(visiting);
      if (opened.ok) return showOpened(visiting, opened.value, outside.value);
      if (opened.refusal.kind === 'message-unknown') return notFound(visiting);
      return { page: receiptPage(frame, envelopeView(outside.value, visiting)) };
    }),
    door.visited(sendReceipt, async (visiting) => {
      const id = messageIn(visiting.request);
      const done = id && (await acknowledge(visiting.acting, id));
      if (!done || (!done.ok && done.refusal.kind !== 'receipt-not-asked')) return notFound(visiting);
      return { to: `/messages/${id}`, change: done.ok ? { notice: 'acknowledged' } : {} };
    }),
  ];
}

function envelopeView({ messageId, title, receivedAt, openBy, ...sender }: Envelope, { frame }: Visiting) {
  return { messageId, title, openBy, receivedOn: helsinkiDay(receivedAt), ...senderIn(sender, frame.language) };
}

function messageView({ content }: OpenedMessage, envelope: Envelope, visiting: Visiting) {
  const { electronic, documents } = content;
  const shown = new Set(electronic?.attachments.map(({ attachmentId }) => attachmentId));
  return {
    ...envelopeView(envelope, visiting),
    body: electronic?.body ?? '',
    bodyFormat: electronic?.bodyFormat ?? ('Text' as const),
    replyAllowed: envelope.replyAllowed,
    hasMatter: envelope.matterId !== undefined,
    attachments: documents.filter(({ attachmentId }) => shown.has(attachmentId)),
  };
}

function besideCalls(ports: ReadingPorts, door: PageDoor): Bound[] {
  const showDecision = makeShowDecision(ports);
  const showEnvelope = makeShowEnvelope(ports);
  const { documentOf } = makeOpenMessage(ports);
  const fileAnswer = makeFileAnswer(ports.documents);
  return [
    door.visited(pageOfDecision, async (visiting) => {
      const { request, acting, frame } = visiting;
      const id = messageIn(request);
      const shown = id && (await showDecision(acting, id));
      if (shown?.ok !== true || id === undefined) return notFound(visiting);
      const { decision } = shown.value;
      const view = {
        messageId: id,
        decidedOn: helsinkiDay(decision.decidedAt),
        channel: decision.channel,
        explanation: explain(decision)[frame.language],
        legalBasis: legalBasisOf(decision),
        isInMailbox: (await showEnvelope(acting, id)).ok,
      };
      return { page: decisionPage(frame, view) };
    }),
    door.visited(fileOfMessage, async (visiting) => {
      const { request, acting } = visiting;
      const id = messageIn(request);
      const found = id && (await documentOf(acting, id, request.params['attachmentId'] ?? ''));
      if (found?.ok === true) return { file: await fileAnswer(found.value) };
      return found?.refusal.kind === 'receipt-required' ? { to: `/messages/${id}` } : notFound(visiting);
    }),
  ];
}
