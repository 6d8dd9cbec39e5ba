import { addMonths } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, helsinkiDay } from '#shared/kernel/time';

/** Months an authority has for an answer, and with an extension in all. */
const MONTHS = 1;
const MONTHS_EXTENDED = 3;

/**
 * Last day for the answer to a request for one's own data: the day with the same number in the next month, or the last
 * day of that month where it has no such day. A day off does not move it.
 *
 * @see 2016/679 art. 12(3); 150/1930 § 3; domain.md 3.8 (31.1.2027 → 28.2.2027)
 */
export function dueDateOf(receivedAt: Instant): CalendarDate {
  return addMonths(helsinkiDay(receivedAt), MONTHS);
}

/** The same with the extension of two months: counted from the receipt, not from the first due date. */
export function extendedDueDateOf(receivedAt: Instant): CalendarDate {
  return addMonths(helsinkiDay(receivedAt), MONTHS_EXTENDED);
}
