import { type LateLevel, endOf } from '#shared/domain/programme/calendar';
import { planDeadline } from '#shared/domain/programme/deadlines';
import { type PlanLife, stoodSubmitted } from '#shared/domain/transition/plan-state';
import { addDays, daysBetween, momentOn } from '#shared/kernel/calendar';
import { type Instant, after, helsinkiDay } from '#shared/kernel/time';

/** A plan that was not handed in by its day, and who is to know of it by now. */
export interface Lateness {
  /** Whole days since the deadline; 1 on the first day after it. */
  readonly days: number;
  /** The highest step of escalation reached; absent before the first one. */
  readonly level?: LateLevel;
}

/**
 * Late is a plan that did not stand as submitted at the end of the deadline's day and does not now. One returned later for
 * more work was in time. Absent: not late. No ground puts the deadline off, unfinished legislation neither.
 *
 * @see REQ-190, REQ-192, REQ-199, TR-02, domain.md 4.2
 */
export function latenessOf({ steps, calendar }: PlanLife, moment: Instant): Lateness | undefined {
  const deadline = planDeadline(calendar);
  const end = endOf(deadline);
  if (moment < end || stoodSubmitted(steps, end) || stoodSubmitted(steps, after(moment, 1))) return undefined;
  const reached = calendar.lateLevels.filter(({ days }) => moment >= momentOn(addDays(deadline, days)));
  const level = reached.toSorted((a, b) => a.level - b.level).at(-1);
  return { days: daysBetween(deadline, helsinkiDay(moment)), level };
}
