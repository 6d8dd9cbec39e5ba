import { makeEnterLook, type EnterLookPorts } from '#shared/flow/own-data/enter-look';
import { type ListPorts, type MailboxPage, type PageRequest, makeListMailbox } from '#shared/flow/mailbox/list-mailbox';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { makeWhoSees } from '#shared/flow/mailbox/who-sees';

export type ListAsPorts = ListPorts & EnterLookPorts;

/**
 * The list of a mailbox as the person in front sees it: on behalf of another only what a power of theirs reaches, so that a
 * page may be shorter than asked for, and the look is entered first.
 *
 * @see REQ-073, REQ-119
 */
export function makeListAs(ports: ListAsPorts) {
  const listMailbox = makeListMailbox(ports);
  const whoSees = makeWhoSees(ports);
  const enterLook = makeEnterLook(ports);

  return async function listAs(acting: Acting, page: PageRequest): Promise<MailboxPage> {
    const { recipientId } = acting;
    if (recipientId === undefined) return { lines: [] };
    await enterLook(acting, 'MAILBOX_LISTED');
    const { lines, next } = await listMailbox(recipientId, page);
    const seen = await Promise.all(
      lines.map(async ({ messageId }) => (await whoSees(acting, messageId)) !== undefined),
    );
    return { lines: lines.filter((_, i) => seen[i]), next };
  };
}
