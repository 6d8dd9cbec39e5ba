import { addDays, addMonths, momentOn } from '#shared/kernel/calendar';
import { type Instant, calendarDate, helsinkiDay } from '#shared/kernel/time';

/** Years that messages, and calendar years that logs, are kept at the least. @see 571/2016 § 13, § 20; domain.md 3.6 */
export const LEAST_YEARS = 2;

/** The first moment after full years: the day with the same number is still one of them. Days are Helsinki's. */
export function afterYears(from: Instant, years: number): Instant {
  return momentOn(addDays(addMonths(helsinkiDay(from), 12 * years), 1));
}

/** The first moment of the calendar year so many years after that of a moment; 0: of its own year. */
export function startOfYear(of: Instant, later: number): Instant {
  return momentOn(calendarDate.parse(`${Number(helsinkiDay(of).slice(0, 4)) + later}-01-01`));
}

/** The first moment after full calendar years that are counted from the start of the next one (571/2016 § 20). */
export function afterCalendarYears(from: Instant, years: number): Instant {
  return startOfYear(from, 1 + years);
}
