import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { CalendarDate } from '#shared/kernel/time';
import { workingDayFrom } from '#shared/kernel/working-day';

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
