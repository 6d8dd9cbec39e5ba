import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { SelfAssessment } from '#shared/domain/programme/registry/quality';
import { addMonths } from '#shared/kernel/calendar';
import type { CalendarDate } from '#shared/kernel/time';

/**
 * Last day of a self-assessment: its cohort's day where the cohort has one, else the day with the same number as that of the
 * proposal, `selfAssessmentMonths` later, or the last day of a shorter month. Absent when nothing is known to count from.
 *
 * @see REQ-231, REQ-246, I-5, TR-05
 */
export function selfAssessmentDue(
  { cohort, proposedAt, dueAt }: Pick<SelfAssessment, 'cohort' | 'proposedAt' | 'dueAt'>,
  { cohorts, selfAssessmentMonths }: ProgrammeCalendar,
): CalendarDate | undefined {
  const ofCohort = cohorts.find(({ id }) => id === cohort)?.dueOn;
  if (ofCohort !== undefined) return ofCohort;
  return proposedAt === undefined ? dueAt : addMonths(proposedAt, selfAssessmentMonths);
}
