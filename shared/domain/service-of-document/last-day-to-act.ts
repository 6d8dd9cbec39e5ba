import type { AppealPeriod } from '#shared/domain/message/hub-fields';
import { addDays, addMonths, momentOn } from '#shared/kernel/calendar';
import type { CalendarDate, Instant } from '#shared/kernel/time';
import { workingDayFrom } from '#shared/kernel/working-day';

/** Offices close at a quarter past four, and with them the last day to act (150/1930 § 6; KHO:2024:22). */
const OFFICE_CLOSES = '16:15';

/** The last day to act, and the moment in it after which an act is late. */
export interface Deadline {
  readonly lastDay: CalendarDate;
  readonly endsAt: Instant;
}

/**
 * When a statutory period that starts at service ends. The day of service is not counted; a period in months ends on the day
 * with the same number, or on the last day of its month; a period that would end on a day off goes on to the next working day.
 *
 * @param servedOn day of service, or the day it is presumed on; it may be a day off
 * @see 150/1930 § 2, 3, 5 and 6
 */
export function deadlineFrom(servedOn: CalendarDate, period: AppealPeriod): Deadline {
  const lastDay = workingDayFrom(rawEndOf(servedOn, period));
  return { lastDay, endsAt: momentOn(lastDay, OFFICE_CLOSES) };
}

/** The day the period ends on before days off are looked at. */
export function rawEndOf(servedOn: CalendarDate, { days = 0, months = 0 }: AppealPeriod): CalendarDate {
  return addDays(addMonths(servedOn, months), days);
}
