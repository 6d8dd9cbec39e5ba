import type { EntryState, MailboxEntry } from '#shared/domain/mailbox/entry';
import type { ServiceId } from '#shared/domain/message/ids';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type CalendarDate, DAY, type Instant, after } from '#shared/kernel/time';

/** What somebody looks for in a mailbox. What is absent excludes nothing. */
export interface MailboxSearch {
  readonly folder?: 'INBOX' | 'DELETED';
  /** Words of the name of the organisation or of its service, in any language. */
  readonly sender?: string;
  readonly serviceId?: ServiceId;
  /** First and last day of arrival in Helsinki, both inclusive. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly state?: EntryState;
  /** Words of the title. */
  readonly title?: string;
}

export const WHOLE_INBOX: MailboxSearch = { folder: 'INBOX' };

/** All that is kept, whatever its owner has done with it. */
export const WHOLE_MAILBOX: MailboxSearch = {};

/** A delivery takes no longer than this from its decision, which its entry is named by, to the mailbox. */
const LONGEST_ON_THE_WAY = 7 * DAY;

/** What an entry alone tells. */
export function mayBeSought(
  { serviceId, from, to }: MailboxSearch,
  entry: Pick<MailboxEntry, 'serviceId' | 'receivedAt'>,
): boolean {
  if (serviceId !== undefined && entry.serviceId !== serviceId) return false;
  if (from !== undefined && entry.receivedAt < momentOn(from)) return false;
  return to === undefined || entry.receivedAt < startAfter(to);
}

/** The name from which on the list, newest first, can hold what is sought; `undefined`: its beginning. */
export function firstNameSought({ to }: Pick<MailboxSearch, 'to'>): string | undefined {
  return to === undefined ? undefined : startAfter(to);
}

/** Whether all that is older than this entry came too early. */
export function isPast({ from }: Pick<MailboxSearch, 'from'>, entry: string | undefined): boolean {
  return from !== undefined && entry !== undefined && entry < after(momentOn(from), -LONGEST_ON_THE_WAY);
}

/** Whether a text contains the words as written, whatever their case. */
export function contains(text: string, words: string | undefined): boolean {
  return words === undefined || folded(text).includes(folded(words));
}

function startAfter(day: CalendarDate): Instant {
  return momentOn(addDays(day, 1));
}

function folded(text: string): string {
  return text.toLocaleLowerCase('fi').replaceAll(/\s+/g, ' ').trim();
}
