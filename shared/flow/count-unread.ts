import { type LinePorts, makeMailboxLines } from '#shared/flow/mailbox-lines';
import type { RecipientId } from '#shared/domain/message/ids';
import type { MailboxEntries } from '#shared/ports/mailboxes';

export interface CountPorts extends LinePorts {
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
 * Counts by the facts what its owner has not opened yet, among the newest of a mailbox; deleted ones do not count.
 *
 * @see docs/adr/032
 */
export function makeCountUnread(ports: CountPorts) {
  const { arrivalsOf, placed, standingOf } = makeMailboxLines(ports);

  return async function countUnread(recipient: RecipientId): Promise<UnreadCounts> {
    const [arriving, listed] = await Promise.all([
      arrivalsOf(recipient),
      ports.entries.list(recipient, { limit: MOST_COUNTED + 1 }),
    ]);
    const all = [...arriving, ...listed.slice(0, MOST_COUNTED).map(placed)];
    const each = [...new Map(all.map((one) => [one.deliveryId, one])).values()];
    const standings = await Promise.all(each.map(standingOf));
    const states = standings.filter(({ folder }) => folder === 'INBOX').map(({ state }) => state);
    return {
      unread: states.filter((state) => state !== 'OPENED').length,
      awaitingReceipt: states.filter((state) => state === 'AWAITING_RECEIPT').length,
      complete: listed.length <= MOST_COUNTED,
    };
  };
}
