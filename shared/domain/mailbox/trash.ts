import * as z from 'zod/mini';
import { messageId } from '#shared/domain/message/ids';
import { addDays } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, helsinkiDay, instant } from '#shared/kernel/time';

/** What its owner has done with a message of a mailbox. It says nothing of the delivery, whose facts go on as they were. */
export const trashMark = z.object({
  messageId,
  /** When it was moved to the deleted ones; absent once it is back. */
  deletedAt: z.optional(instant),
});
export type TrashMark = z.infer<typeof trashMark>;

/** Where a message lies for its owner; `GONE`: out of sight for good, as if it had never been. */
export type Folder = 'INBOX' | 'DELETED' | 'GONE';

/** Days a deleted message can be taken back; the day of the deletion is not counted. */
const DAYS_IN_TRASH = 60;

/** The last day, in Helsinki, on which a deleted message can be seen and restored. */
export function restorableUntil(mark: TrashMark | undefined): CalendarDate | undefined {
  return mark?.deletedAt === undefined ? undefined : addDays(helsinkiDay(mark.deletedAt), DAYS_IN_TRASH);
}

/** The folder follows from the mark and the moment: the end of the days needs no work to be done. */
export function folderOf(mark: TrashMark | undefined, now: Instant): Folder {
  const last = restorableUntil(mark);
  if (last === undefined) return 'INBOX';
  return helsinkiDay(now) <= last ? 'DELETED' : 'GONE';
}
