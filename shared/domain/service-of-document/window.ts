import type { MessageKind } from '#shared/domain/message/decision';
import type { Terms } from '#shared/domain/message/terms';
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

/** Remembers what follows from a day: a process sees few days and many deliveries, and asks at every write. */
function oncePerDay<T>(workOut: (day: CalendarDate) => T): (day: CalendarDate) => T {
  const known = new Map<CalendarDate, T>();
  return (day) => {
    const found = known.get(day) ?? workOut(day);
    known.set(day, found);
    return found;
  };
}

const WINDOWS = {
  NONE: oncePerDay((day) => windowWhoseLastDayIs(addDays(day, WINDOW_DAYS))),
  NEXT_BUSINESS_DAY: oncePerDay((day) => windowWhoseLastDayIs(workingDayFrom(addDays(day, WINDOW_DAYS)))),
};

const REMINDERS = {
  ORDINARY: oncePerDay((day) => momentOn(addDays(day, REMINDER_DAYS.ORDINARY), '09:00')),
  VERIFIABLE: oncePerDay((day) => momentOn(addDays(day, REMINDER_DAYS.VERIFIABLE), '09:00')),
};

/**
 * The window that a notice opens: seven calendar days of Helsinki, never 168 hours. A last day that is a day off is rolled to
 * the next working day unless the terms say otherwise.
 *
 * @see 13/2003 § 18; 150/1930 § 2, § 5; domain.md 3.2 (window anchor/roll), 3.6
 */
export function windowFrom(noticedAt: Instant, roll: Terms['windowRoll'] = 'NEXT_BUSINESS_DAY'): ServiceWindow {
  return WINDOWS[roll](helsinkiDay(noticedAt));
}

/**
 * When a message that lies unopened is reminded of: at nine in the morning.
 *
 * @see domain.md 3.6
 */
export function reminderAt(noticedAt: Instant, kind: MessageKind): Instant {
  return REMINDERS[kind](helsinkiDay(noticedAt));
}

function windowWhoseLastDayIs(lastDay: CalendarDate): ServiceWindow {
  return {
    lastDay,
    endsAt: momentOn(addDays(lastDay, 1)),
    fallbackAt: momentOn(workingDaysAfter(lastDay, 1), '06:00'),
  };
}
