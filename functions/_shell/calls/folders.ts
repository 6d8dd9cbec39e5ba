import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { Answer } from '#functions/_shell/http';
import { problemAnswer } from '#functions/_shell/refusals';
import { senderOf } from '#functions/_shell/sender-view';
import { sentLineBody } from '#functions/_shell/sent-view';
import { countMessages, deleteMessage, restoreMessage, searchMailbox } from '#shared/contracts/me/folders';
import { listMailbox } from '#shared/contracts/me/mailbox';
import type { MailboxSearch } from '#shared/domain/mailbox/search';
import { messageId } from '#shared/domain/message/ids';
import { type CountPorts, makeCountUnread } from '#shared/flow/mailbox/count-unread';
import { type DeletePorts, makeDeleteMessage } from '#shared/flow/mailbox/delete-message';
import { type ListAsPorts, makeListAs } from '#shared/flow/mandate/list-as';
import { type ListSentPorts, makeListSent } from '#shared/flow/mailbox/list-sent';
import type { Acting } from '#shared/flow/mandate/who-acts';

export type FolderPorts = ListAsPorts & ListSentPorts & CountPorts & DeletePorts;

/** Lines on one page of the mailbox. */
const PAGE = 50;

/** What lies in a mailbox, and where. */
export function folderCalls(ports: FolderPorts, caller: Authenticate<Acting>): Bound[] {
  return [...listCalls(ports, caller), ...trashCalls(ports, caller)];
}

interface Filter extends Omit<MailboxSearch, 'folder'> {
  readonly folder?: 'inbox' | 'deleted' | 'sent';
  readonly after?: string;
}

function listCalls(ports: FolderPorts, caller: Authenticate<Acting>): Bound[] {
  const list = makeListAs(ports);
  const listSent = makeListSent(ports);
  const count = makeCountUnread(ports);

  async function pageOf(acting: Acting, { after, folder = 'inbox', ...rest }: Filter): Promise<Answer> {
    if (folder === 'sent') {
      const sent = await listSent(acting, { after, limit: PAGE });
      return { status: 200, json: { messages: sent.lines.map(sentLineBody), next: sent.next } };
    }
    const search: MailboxSearch = { ...rest, folder: folder === 'deleted' ? 'DELETED' : 'INBOX' };
    const { lines, next } = await list(acting, { after, limit: PAGE, search });
    const messages = lines.map(({ authority, service, ...line }) => ({
      ...line,
      sender: senderOf(authority, service),
    }));
    return { status: 200, json: { messages, next } };
  }

  return [
    bind(listMailbox, caller, async ({ query }, acting) => pageOf(acting, query)),
    bind(searchMailbox, caller, async ({ body }, acting) => pageOf(acting, body)),
    bind(countMessages, caller, async (_, acting) => ({ status: 200, json: await count(acting) })),
  ];
}

function trashCalls(ports: FolderPorts, caller: Authenticate<Acting>): Bound[] {
  const { deleteMessage: remove, restoreMessage: restore } = makeDeleteMessage(ports);
  return [
    bind(deleteMessage, caller, async ({ params, request }, acting) => {
      const id = messageId.safeParse(Number(params.messageId));
      const done = id.success ? await remove(acting, id.data) : undefined;
      if (done?.ok === true) return { status: 204 };
      const isShut = done?.refusal.kind === 'receipt-before-deletion';
      return problemAnswer(request, isShut ? 'receipt-before-deletion' : 'not-found');
    }),
    bind(restoreMessage, caller, async ({ params, request }, acting) => {
      const id = messageId.safeParse(Number(params.messageId));
      const done = id.success ? await restore(acting, id.data) : undefined;
      return done?.ok === true ? { status: 204 } : problemAnswer(request, 'not-found');
    }),
  ];
}
