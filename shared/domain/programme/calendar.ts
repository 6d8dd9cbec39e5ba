import * as z from 'zod/mini';
import { texts } from '#shared/domain/programme/words';
import { count, rowId } from '#shared/domain/programme/fields';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, calendarDate } from '#shared/kernel/time';

const days = z.int().check(z.minimum(-3660), z.maximum(3660));

/** A day of the programme that people should know of, with the paper it comes from. */
export const programmeEvent = z.object({
  date: calendarDate,
  name: texts,
  source: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});

/** A step of escalation: so many days after the deadline a late authority comes to somebody's attention. */
export const lateLevel = z.object({
  level: z.int().check(z.minimum(1), z.maximum(9)),
  days: z.int().check(z.minimum(1), z.maximum(3660)),
  to: z.enum(['AUTHORITY', 'MINISTRY', 'STEERING_GROUP']),
});
export type LateLevel = z.infer<typeof lateLevel>;

/**
 * The dates and limits of a programme: data, so that another programme needs no other code (D-8). Deadlines end at the end
 * of their day in Helsinki and are not moved to a working day unless `rollPolicyDeadlines` says so.
 *
 * @see REQ-001, REQ-185 and domain.md 4.2
 */
export const programmeCalendar = z.object({
  id: rowId,
  names: texts,
  /** First day of the programme. */
  startsOn: calendarDate,
  /** Last day for every authority's plan (REQ-190). */
  planDeadline: calendarDate,
  /** Other days the sources give for the same deadline (I-1); shown, not acted on. */
  planDeadlineVariants: z._default(z.array(calendarDate), []),
  /** Last day of the transition and of revising a plan (REQ-185, REQ-197). */
  transitionEnd: calendarDate,
  /** First day of the obligation in full (REQ-186). */
  obligationFrom: calendarDate,
  /** Days of the annual intermediate goals (REQ-194). */
  milestones: z._default(z.array(calendarDate), []),
  events: z._default(z.array(programmeEvent), []),
  rollPolicyDeadlines: z._default(z.boolean(), false),
  /** Days before and after a deadline on which authorities are told of it. */
  escalationOffsets: z._default(z.array(days), [-180, -90, -30, -7, 1]),
  lateLevels: z._default(z.array(lateLevel), [
    { level: 1, days: 1, to: 'AUTHORITY' },
    { level: 2, days: 14, to: 'MINISTRY' },
    { level: 3, days: 30, to: 'STEERING_GROUP' },
  ]),
  /** Cohorts of self-assessments with a due day of their own (I-5). */
  cohorts: z._default(z.array(z.object({ id: z.string(), dueOn: calendarDate })), []),
  /** Months from the proposal of a service to its self-assessment (REQ-246). */
  selfAssessmentMonths: z._default(z.int().check(z.minimum(1), z.maximum(24)), 3),
  /** Days a milestone may be missed before an authority turns red. */
  redAfterDays: z._default(count, 30),
  /** Municipalities of fewer inhabitants are a group at risk (REQ-217). */
  smallMunicipalityLimit: z._default(count, 6000),
  /** Counts of people below this are not told. */
  suppressionLimit: z._default(count, 5),
  /** Difference of fees that is still reasonable, per cent of the higher one (REQ-128). */
  reasonableFeeDifferencePct: z._default(z.int().check(z.minimum(0), z.maximum(100)), 50),
  /** Cents that one message costs by each channel, for what the traffic has cost, where no general tariff says it; absent: nobody has entered it. */
  unitCosts: z._default(
    z.object({ electronic: z.optional(count), letter: z.optional(count), receiptLetter: z.optional(count) }),
    {},
  ),
});
export type ProgrammeCalendar = z.infer<typeof programmeCalendar>;

/** The first moment after a deadline: midnight in Helsinki at the end of its day. */
export function endOf(deadline: CalendarDate): Instant {
  return momentOn(addDays(deadline, 1));
}

/** Where the transition stands on a day (REQ-202, REQ-203). */
export type Phase = 'BEFORE' | 'TRANSITION' | 'OBLIGATION';

export function phaseOn(
  { startsOn, obligationFrom }: Pick<ProgrammeCalendar, 'startsOn' | 'obligationFrom'>,
  day: CalendarDate,
): Phase {
  if (day < startsOn) return 'BEFORE';
  return day < obligationFrom ? 'TRANSITION' : 'OBLIGATION';
}
