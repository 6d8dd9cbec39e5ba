import type { EntryState, MailboxEntry } from '#shared/domain/mailbox/entry';
import {
  type MailboxSearch,
  WHOLE_INBOX,
  contains,
  firstNameSought,
  isPast,
  mayBeSought,
} from '#shared/domain/mailbox/search';
import { restorableUntil } from '#shared/domain/mailbox/trash';
import type { DeliveryId, MessageId, RecipientId } from '#shared/domain/message/ids';
import { openBy } from '#shared/domain/service-of-document/open-by';
import type { Authority, AuthorityService } from '#shared/domain/tenancy/tenant';
import { type LinePorts, type Placed, type Standing, makeMailboxLines } from '#shared/flow/mailbox/mailbox-lines';
import type { CalendarDate, Instant } from '#shared/kernel/time';
import type { MailboxEntries } from '#shared/ports/mailboxes';
import type { Tenants } from '#shared/ports/tenants';

export interface ListPorts extends LinePorts {
  readonly entries: MailboxEntries;
  readonly tenants: Tenants;
}

/** A line of the mailbox as its owner sees it. */
export interface MailboxLine {
  readonly messageId: MessageId;
  readonly authority?: Authority;
  readonly service?: AuthorityService;
  readonly title: string;
  readonly receivedAt: Instant;
  readonly kind: MailboxEntry['kind'];
  readonly state: EntryState;
  /** Last day on which opening it avoids a letter. */
  readonly openBy?: CalendarDate;
  /** The message that began the conversation it is an answer in. */
  readonly rootMessageId?: MessageId;
  /** Last day on which it can be taken back; of a deleted one. */
  readonly restorableUntil?: CalendarDate;
}

export interface MailboxPage {
  readonly lines: readonly MailboxLine[];
  /** Present when there is more, or may be. */
  readonly next?: string;
}

export interface PageRequest {
  readonly after?: string;
  /** Most lines of what stands on the list; what is arriving comes on top. */
  readonly limit: number;
  /** @default the whole inbox */
  readonly search?: MailboxSearch;
}

/** Most entries one call looks through; then it answers with what it has found and where to go on. */
const MOST_READ = 500;

/**
 * A recipient's messages from all authorities, newest first: what stands on the list, and before it what has passed the
 * gate and is not on the list yet. A search reads on until its page is full, and no further than a bound: a page may be
 * short, or empty, and still have a `next`.
 *
 * @see REQ-073
 */
export function makeListMailbox(ports: ListPorts) {
  const { entries } = ports;
  const { arrivalsOf, placed, standingOf } = makeMailboxLines(ports);
  const sendersOf = makeSenders(ports);

  return async function listMailbox(recipient: RecipientId, page: PageRequest): Promise<MailboxPage> {
    const { after, search = WHOLE_INBOX } = page;
    const arriving = after === undefined ? await arrivalsOf(recipient) : [];
    const first = await Promise.all(arriving.map((each) => lineIn(search, each)));
    const seen = new Set(arriving.map(({ deliveryId }) => deliveryId));
    const { lines, next } = await walk(recipient, { ...page, search }, seen);
    return { lines: [...first.filter((line) => line !== undefined), ...lines], next };
  };

  /** @param seen a delivery that was decided twice stands on the list under its newest entry only */
  async function walk(
    recipient: RecipientId,
    { after, limit, search }: Required<Omit<PageRequest, 'after'>> & Pick<PageRequest, 'after'>,
    seen: Set<DeliveryId>,
  ): Promise<MailboxPage> {
    const lines: MailboxLine[] = [];
    let last = after ?? firstNameSought(search);
    for (let read = 0; read < MOST_READ && lines.length < limit; read += limit) {
      const listed = await entries.list(recipient, { after: last, limit: limit + 1 });
      const looked = await Promise.all(
        listed.slice(0, limit).map(async (entry) => ({ entry, line: await lineIn(search, placed(entry)) })),
      );
      for (const { entry, line } of looked) {
        if (lines.length === limit) return { lines, next: last };
        last = entry.entry;
        if (line && !seen.has(entry.deliveryId)) lines.push(line);
        seen.add(entry.deliveryId);
      }
      if (listed.length <= limit || isPast(search, last)) return { lines };
    }
    return { lines, next: last };
  }

  /** The line of a message, where it is sought; what costs least to know is asked first. */
  async function lineIn(search: MailboxSearch, at: Placed): Promise<MailboxLine | undefined> {
    if (!mayBeSought(search, at)) return undefined;
    const { folder, mark, state, delivery } = await standingOf(at);
    if (!isWhereSought(search, { folder, state })) return undefined;
    const sender = await sendersOf(at);
    if (!isFrom(sender, search.sender)) return undefined;
    const title = await at.openTitle();
    if (!contains(title, search.title)) return undefined;
    const { messageId, receivedAt, kind, rootMessageId } = at;
    const days = { openBy: delivery && openBy(delivery), restorableUntil: restorableUntil(mark) };
    return { messageId, ...sender, title, receivedAt, kind, state, ...days, rootMessageId };
  }
}

/** What its owner's doings tell. */
function isWhereSought(search: MailboxSearch, { folder, state }: Pick<Standing, 'folder' | 'state'>): boolean {
  if (search.folder !== undefined && folder !== search.folder) return false;
  return search.state === undefined || state === search.state;
}

interface Sender {
  readonly authority?: Authority;
  readonly service?: AuthorityService;
}

/** Who a message is from. */
export function makeSenders({ tenants }: { readonly tenants: Tenants }) {
  return async function sendersOf({ tenantId, serviceId }: Pick<Placed, 'tenantId' | 'serviceId'>): Promise<Sender> {
    const [authority, service] = await Promise.all([tenants.authority(tenantId), tenants.service(serviceId)]);
    return { authority, service };
  };
}

function isFrom({ authority, service }: Sender, words: string | undefined): boolean {
  const names = [authority, service].flatMap((each) => (each ? Object.values(each.name) : []));
  return words === undefined || names.some((name) => contains(name, words));
}
