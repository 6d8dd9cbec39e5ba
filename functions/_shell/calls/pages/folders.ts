import { dayIn } from '#functions/_shell/calls/pages/days';
import { messageIn, notFound, senderIn } from '#functions/_shell/calls/pages/names';
import type { Bound } from '#functions/_shell/http-door';
import type { PageDoor, Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';
import {
  pageOfDeleted,
  pageOfSearch,
  pageOfSent,
  pageOfSentMessage,
  pageOfThread,
  sendDeletion,
  sendRestoration,
  sendSearch,
} from '#shared/contracts/pages/folders';
import type { MailboxSearch } from '#shared/domain/mailbox/search';
import type { Language } from '#shared/domain/message/hub-fields';
import { type DeletePorts, makeDeleteMessage } from '#shared/flow/mailbox/delete-message';
import { type ListAsPorts, makeListAs } from '#shared/flow/mandate/list-as';
import type { MailboxLine } from '#shared/flow/mailbox/list-mailbox';
import { type ListSentPorts, type ShownSentLine, makeListSent } from '#shared/flow/mailbox/list-sent';
import { type SentMessage, makeShowSent } from '#shared/flow/mailbox/show-sent';
import { type ThreadLine, type ThreadPorts, makeShowThread } from '#shared/flow/mailbox/show-thread';
import { clockOn } from '#shared/kernel/calendar';
import { helsinkiDay } from '#shared/kernel/time';
import { type FolderLine, deletedPage, sentPage } from '#web/pages/folders';
import { searchPage } from '#web/pages/search';
import { type SentView, sentMessagePage, threadPage } from '#web/pages/sent-message';
import { FOLDER_TEXTS } from '#web/texts/folders';

export type FolderPagePorts = ListAsPorts & ListSentPorts & DeletePorts & ThreadPorts;

/** Lines on one page. */
const LINES = 25;

/** Beside the inbox: what was sent, what was deleted, searches and conversations (REQ-062, REQ-064, REQ-073). */
export function folderCalls(ports: FolderPagePorts, door: PageDoor): Bound[] {
  return [...sentCalls(ports, door), ...deletedCalls(ports, door), ...searchCalls(ports, door)];
}

function sentCalls(ports: FolderPagePorts, door: PageDoor): Bound[] {
  const listSent = makeListSent(ports);
  const showSent = makeShowSent(ports);
  const threadOf = makeShowThread(ports);
  return [
    door.visited(pageOfSent, async ({ acting, frame, request }) => {
      const page = await listSent(acting, { after: request.query['after'], limit: LINES });
      return { page: sentPage(frame, { ...page, lines: page.lines.map((line) => sentLine(line, frame.language)) }) };
    }),
    door.visited(pageOfSentMessage, async (visiting) => {
      const id = messageIn(visiting.request);
      const sent = id && (await showSent(visiting.acting, id));
      if (sent?.ok !== true) return notFound(visiting);
      return { page: sentMessagePage(visiting.frame, await sentView(ports, sent.value, visiting.frame.language)) };
    }),
    door.visited(pageOfThread, async (visiting) => {
      const id = messageIn(visiting.request);
      const thread = id && (await threadOf(visiting.acting, id));
      if (thread?.ok !== true) return notFound(visiting);
      const lines = thread.value.map((line) => threadLine(line, visiting.frame.language));
      return { page: threadPage(visiting.frame, lines) };
    }),
  ];
}

function partyOf(line: Parameters<typeof senderIn>[0], language: Language): string {
  const { organisation, service } = senderIn(line, language);
  return `${organisation} · ${service}`;
}

function sentLine(line: ShownSentLine, language: Language): FolderLine {
  const { messageId, title, receivedAt } = line;
  return { messageId, title, party: partyOf(line, language), on: helsinkiDay(receivedAt), path: `/sent/${messageId}` };
}

function threadLine(line: ThreadLine, language: Language): FolderLine {
  const { messageId, title, at, direction } = line;
  const path = direction === 'SENT' ? `/sent/${messageId}` : `/messages/${messageId}`;
  const tag = FOLDER_TEXTS[language].directions[direction];
  return { messageId, title, party: partyOf(line, language), on: helsinkiDay(at), path, tag };
}

async function sentView(
  { tenants }: Pick<FolderPagePorts, 'tenants'>,
  { message, content, receipt, transfer }: SentMessage,
  language: Language,
): Promise<SentView> {
  const { tenantId, serviceId, thread } = message;
  const [authority, service] = await Promise.all([tenants.authority(tenantId), tenants.service(serviceId)]);
  const { arrivedAt, basis, deadline } = receipt;
  return {
    to: partyOf({ authority, service }, language),
    title: content.title,
    body: content.body,
    files: content.documents.map(({ filename }) => filename),
    rootMessageId: thread?.rootMessageId,
    arrivedOn: helsinkiDay(arrivedAt),
    arrivedAt: clockOn(arrivedAt),
    basis,
    deadline: deadline && { day: deadline.lastDay, inTime: deadline.inTime },
    transferredOn: transfer && helsinkiDay(transfer.at),
  };
}

function deletedCalls(ports: FolderPagePorts, door: PageDoor): Bound[] {
  const list = makeListAs(ports);
  const { deleteMessage, restoreMessage } = makeDeleteMessage(ports);
  return [
    door.visited(pageOfDeleted, async ({ acting, frame, request }) => {
      const search: MailboxSearch = { folder: 'DELETED' };
      const { lines, next } = await list(acting, { after: request.query['after'], limit: LINES, search });
      return { page: deletedPage(frame, { next, lines: lines.map((line) => mailLine(line, frame.language)) }) };
    }),
    door.visited(sendDeletion, async (visiting) => {
      const id = messageIn(visiting.request);
      const done = id && (await deleteMessage(visiting.acting, id));
      return done?.ok === true ? { to: '/deleted', change: { notice: 'deleted' } } : notFound(visiting);
    }),
    door.visited(sendRestoration, async (visiting) => {
      const id = messageIn(visiting.request);
      const done = id && (await restoreMessage(visiting.acting, id));
      return done?.ok === true ? { to: '', change: { notice: 'restored' } } : notFound(visiting);
    }),
  ];
}

function mailLine(line: MailboxLine, language: Language): FolderLine {
  const { messageId, title, receivedAt, restorableUntil } = line;
  const party = partyOf(line, language);
  return { messageId, title, party, on: helsinkiDay(receivedAt), path: `/messages/${messageId}`, restorableUntil };
}

const BLANK = { sender: '', words: '', from: '', to: '' };

function searchCalls(ports: FolderPagePorts, door: PageDoor): Bound[] {
  const list = makeListAs(ports);
  const find = async ({ acting, form, frame }: Visiting): Promise<Shown> => {
    const values = { sender: form('sender'), words: form('words'), from: form('from'), to: form('to') };
    const [from, to] = [dayIn(values.from), dayIn(values.to)];
    const isWrong = (values.from !== '' && !from) || (values.to !== '' && !to);
    if (isWrong) return { page: searchPage(frame, { values, isWrong }), status: 400 };
    const search: MailboxSearch = {
      folder: 'INBOX',
      sender: values.sender.trim() || undefined,
      title: values.words.trim() || undefined,
      from,
      to,
    };
    const { lines, next } = await list(acting, { limit: LINES, search });
    const found = { lines: lines.map((line) => mailLine(line, frame.language)), isMore: next !== undefined };
    return { page: searchPage(frame, { values, found, isWrong }) };
  };
  return [
    door.visited(pageOfSearch, async ({ frame }) => ({ page: searchPage(frame, { values: BLANK, isWrong: false }) })),
    door.visited(sendSearch, find),
  ];
}
