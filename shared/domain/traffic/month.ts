import * as z from 'zod/mini';
import { addMonths } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, calendarDate, helsinkiDay } from '#shared/kernel/time';

/** A month in Helsinki, `2026-11`. Compares as text. */
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-11'));
export type Month = z.infer<typeof month>;

/** The month in Helsinki at a moment. */
export function monthAt(moment: Instant): Month {
  return monthOf(helsinkiDay(moment));
}

/** The month of a day, `YYYY-MM-DD`. */
export function monthOf(day: string): Month {
  return day.slice(0, 7);
}

export function firstDayOf(of: Month): CalendarDate {
  return calendarDate.parse(`${of}-01`);
}

/** @param months may be negative */
export function monthsAfter(from: Month, months: number): Month {
  return monthOf(addMonths(firstDayOf(from), months));
}

/** Months from one to another; negative when the second is the earlier one. */
export function monthsBetween(from: Month, to: Month): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return 12 * (toYear - fromYear) + toMonth - fromMonth;
}
