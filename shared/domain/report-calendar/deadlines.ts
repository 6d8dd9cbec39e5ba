import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { planDeadline, policyDay, transitionEnd } from '#shared/domain/programme/deadlines';
import { addDays, daysBetween } from '#shared/kernel/calendar';
import type { CalendarDate } from '#shared/kernel/time';

/** Last days of the programme that authorities are told of: of the plan, of each intermediate goal, of the transition. */
export function deadlinesOf(calendar: ProgrammeCalendar): readonly CalendarDate[] {
  const goals = calendar.milestones.map((day) => policyDay(calendar, day));
  return [planDeadline(calendar), ...goals, transitionEnd(calendar)];
}

/**
 * Whether a day is one on which authorities are told of a deadline (T-180 to T+1); never moved to a working day.
 *
 * @see domain.md 4.2, REQ-199
 */
export function isOffsetDay(calendar: ProgrammeCalendar, day: CalendarDate): boolean {
  return deadlinesOf(calendar).some((deadline) => calendar.escalationOffsets.includes(daysBetween(deadline, day)));
}

/** Days before the plans are due, and before the transition ends, in which the ministry is told each week. */
const LAST_DAYS = 90;

/** Whether a day is one of the last 90 before the plans are due or the transition ends, the last day included. */
export function isInLastDays(calendar: ProgrammeCalendar, day: CalendarDate): boolean {
  const ends = [planDeadline(calendar), transitionEnd(calendar)];
  return ends.some((end) => addDays(end, -LAST_DAYS) <= day && day <= end);
}
