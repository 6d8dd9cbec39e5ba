import type { AnswerDeadline } from '#shared/domain/message/answer-deadline';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, after } from '#shared/kernel/time';
import { workingDayFrom } from '#shared/kernel/working-day';

/** A deadline as it ends. */
export interface DeadlineEnd {
  /** The day named, or the next working day where that is a day off. */
  readonly lastDay: CalendarDate;
  /** The last moment, in milliseconds, at which a message is in time. */
  readonly endsAt: Instant;
}

/** Offices close at a quarter past four (150/1930 § 6). */
const OFFICE_CLOSES = '16:15';

/**
 * When a deadline for a message to an authority ends. One that the authority set lasts to the end of its last day; a
 * statutory period ends as the office closes, electronically too. One that would end on a day off goes on to the next
 * working day.
 *
 * @see 13/2003 § 11; 150/1930 § 5 and 6; KHO:2024:22; domain.md 2.1, AC-39
 */
export function endOf({ lastDay: named, setBy }: AnswerDeadline): DeadlineEnd {
  const lastDay = workingDayFrom(named);
  const endsAt = setBy === 'STATUTE' ? momentOn(lastDay, OFFICE_CLOSES) : after(momentOn(addDays(lastDay, 1)), -1);
  return { lastDay, endsAt };
}

export function isInTime(deadline: AnswerDeadline, arrivedAt: Instant): boolean {
  return arrivedAt <= endOf(deadline).endsAt;
}
