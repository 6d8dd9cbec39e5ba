import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { addDays } from '#shared/kernel/calendar';
import type { CalendarDate } from '#shared/kernel/time';
import { workingDayFrom } from '#shared/kernel/working-day';

/** A day by which every authority has to have done something. */
export interface Deadline {
  readonly kind: 'PLAN' | 'TRANSITION_END';
  readonly day: CalendarDate;
}

/** The day itself: a deadline of policy is no deadline of law and stays on a day off, unless the calendar says otherwise. */
export function policyDay({ rollPolicyDeadlines }: ProgrammeCalendar, day: CalendarDate): CalendarDate {
  return rollPolicyDeadlines ? workingDayFrom(day) : day;
}

/** Last day for the plans (REQ-190). */
export function planDeadline(calendar: ProgrammeCalendar): CalendarDate {
  return policyDay(calendar, calendar.planDeadline);
}

/** Last day of the transition (REQ-185). */
export function transitionEnd(calendar: ProgrammeCalendar): CalendarDate {
  return policyDay(calendar, calendar.transitionEnd);
}

/** The deadlines authorities are told of beforehand, earliest first. */
export function deadlinesOf(calendar: ProgrammeCalendar): readonly Deadline[] {
  return [
    { kind: 'PLAN', day: planDeadline(calendar) },
    { kind: 'TRANSITION_END', day: transitionEnd(calendar) },
  ];
}

/**
 * The days on which authorities are told of a deadline, in the order of the calendar's offsets; never moved to a working day.
 *
 * @see domain.md 4.2, REQ-199
 */
export function escalationDays(
  { escalationOffsets }: ProgrammeCalendar,
  deadline: CalendarDate,
): readonly CalendarDate[] {
  return escalationOffsets.map((days) => addDays(deadline, days));
}
