import type { Terms } from '#shared/domain/message/delivery';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { workingDayFrom, workingDaysAfter } from '#shared/kernel/working-day';
import { type CalendarDate, type Instant, helsinkiDay } from '#shared/kernel/time';

/** Calendar days a recipient has to retrieve a verifiable message, the day of the notice not counted (13/2003 § 18). */
const WINDOW_DAYS = 7;

/** Calendar days from the notice to the reminder of a message nobody has opened (domain.md 3.6). */
const REMINDER_DAYS = { ORDINARY: 7, VERIFIABLE: 3 } as const;

/** How long opening a verifiable electronic message avoids a letter. */
export interface ServiceWindow {
  /** The last day on which it counts as retrieved in time. */
  readonly lastDay: CalendarDate;
  /** Midnight after the last day: the first moment that is too late. */
  readonly endsAt: Instant;
  /** 06:00 on the working day after the last day. */
  readonly fallbackAt: Instant;
}

/**
 * The window that a notice opens: seven calendar days of Helsinki, never 168 hours. A last day that is a day off is rolled to
 * the next working day unless the terms say otherwise.
 *
 * @see 13/2003 § 18; 150/1930 § 2, § 5; domain.md 3.2 (window anchor/roll), 3.6
 */
export function windowFrom(noticedAt: Instant, roll: Terms['windowRoll'] = 'NEXT_BUSINESS_DAY'): ServiceWindow {
  const seventh = addDays(helsinkiDay(noticedAt), WINDOW_DAYS);
  const lastDay = roll === 'NONE' ? seventh : workingDayFrom(seventh);
  return {
    lastDay,
    endsAt: momentOn(addDays(lastDay, 1)),
    fallbackAt: momentOn(workingDaysAfter(lastDay, 1), '06:00'),
  };
}

/**
 * When a message that lies unopened is reminded of: at nine in the morning.
 *
 * @see domain.md 3.6
 */
export function reminderAt(noticedAt: Instant, kind: keyof typeof REMINDER_DAYS): Instant {
  return momentOn(addDays(helsinkiDay(noticedAt), REMINDER_DAYS[kind]), '09:00');
}
