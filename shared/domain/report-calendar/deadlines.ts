import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { addDays, daysBetween } from '#shared/kernel/calendar';
import type { CalendarDate } from '#shared/kernel/time';
import { workingDayFrom } from '#shared/kernel/working-day';

/** Last days of the programme that authorities are told of: of the plan, of each intermediate goal, of the transition. */
export function deadlinesOf(calendar: ProgrammeCalendar): readonly CalendarDate[] {
  const { planDeadline, milestones, transitionEnd } = calendar;
  return [planDeadline, ...milestones, transitionEnd].map((day) => actedOn(calendar, day));
}

/** The day by which it has to be done: the day itself, unless the programme moves its deadlines to working days. */
export function actedOn({ rollPolicyDeadlines }: ProgrammeCalendar, deadline: CalendarDate): CalendarDate {
  return rollPolicyDeadlines ? workingDayFrom(deadline) : deadline;
}

/** Whether a day is one on which authorities are told of a deadline (domain.md 4.2: T-180 to T+1). */
export function isOffsetDay(calendar: ProgrammeCalendar, day: CalendarDate): boolean {
  return deadlinesOf(calendar).some((deadline) => calendar.escalationOffsets.includes(daysBetween(deadline, day)));
}

/** Days before the plans are due, and before the transition ends, in which the ministry is told each week. */
const LAST_DAYS = 90;

/** Whether a day is one of the last 90 before the plans are due or the transition ends, the last day included. */
export function isInLastDays(calendar: ProgrammeCalendar, day: CalendarDate): boolean {
  const ends = [calendar.planDeadline, calendar.transitionEnd].map((deadline) => actedOn(calendar, deadline));
  return ends.some((end) => addDays(end, -LAST_DAYS) <= day && day <= end);
}
