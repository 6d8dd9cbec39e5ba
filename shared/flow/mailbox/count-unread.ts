import type { EntryState } from '#shared/domain/mailbox/entry';
import { type LinePorts, type Placed, makeMailboxLines } from '#shared/flow/mailbox/mailbox-lines';
import { type EnterLookPorts, makeEnterLook } from '#shared/flow/own-data/enter-look';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { makeWhoSees } from '#shared/flow/mailbox/who-sees';
import type { MailboxEntries } from '#shared/ports/mailboxes';

export interface CountPorts extends LinePorts, EnterLookPorts {
  readonly entries: MailboxEntries;
}

/** What waits to be read in a mailbox. */
export interface UnreadCounts {
  /** Not opened, those that await a receipt among them. */
  readonly unread: number;
  readonly awaitingReceipt: number;
  /** False where the mailbox holds more than was looked at: there may be older ones. */
  readonly complete: boolean;
}

/** The newest messages a count looks at. */
export const MOST_COUNTED = 200;

/**
 * Counts by the facts what its owner has not opened yet, among the newest of a mailbox; deleted ones do not count, nor on behalf of
 * another what no power of theirs reaches.
 *
 * @see docs/adr/032
 */
export function makeCountUnread(ports: CountPorts) {
  const tally = makeTallyUnread(ports);
  const enterLook = makeEnterLook(ports);

  return async function countUnread(acting: Acting): Promise<UnreadCounts> {
    if (acting.recipientId !== undefined) await enterLook(acting, 'MAILBOX_LISTED');
    return tally(acting);
  };
}

/** The same for a look that is entered already: the list that the count is shown with. */
export function makeTallyUnread(ports: LinePorts & Pick<CountPorts, 'entries'>) {
  const { arrivalsOf, placed, standingOf } = makeMailboxLines(ports);
  const whoSees = makeWhoSees(ports);

  return async function tallyUnread(acting: Acting): Promise<UnreadCounts> {
    const { recipientId: recipient } = acting;
    if (recipient === undefined) return { unread: 0, awaitingReceipt: 0, complete: true };
    const [arriving, listed] = await Promise.all([
      arrivalsOf(recipient),
      ports.entries.list(recipient, { limit: MOST_COUNTED + 1 }),
    ]);
    const all = [...arriving, ...listed.slice(0, MOST_COUNTED).map(placed)];
    const each = [...new Map(all.map((one) => [one.deliveryId, one])).values()];
    const states = (await Promise.all(each.map(async (one) => unreadState(acting, one)))).flat();
    return {
      unread: states.length,
      awaitingReceipt: states.filter((state) => state === 'AWAITING_RECEIPT').length,
      complete: listed.length <= MOST_COUNTED,
    };
  };

  async function unreadState(acting: Acting, at: Placed): Promise<EntryState[]> {
    const { folder, state } = await standingOf(at);
    if (folder !== 'INBOX' || state === 'OPENED') return [];
    return (await whoSees(acting, at.messageId)) ? [state] : [];
  }
}
