import { endOf } from '#shared/domain/programme/calendar';
import type { Obstacle } from '#shared/domain/programme/registry/exceptions';
import type { Action, Milestone } from '#shared/domain/programme/registry/plan';
import type { Row } from '#shared/domain/programme/row';
import { transitionEnd } from '#shared/domain/programme/deadlines';
import type { Dossier } from '#shared/domain/transition/dossier';
import {
  type Reason,
  actionOverdue,
  milestoneMissed,
  obstacleWithoutMinistry,
  targetAfterEnd,
} from '#shared/domain/transition/reasons';
import { businessTargetsOf, isTooLate } from '#shared/domain/transition/targets';
import { daysBetween } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, helsinkiDay } from '#shared/kernel/time';

export type Rag = 'RED' | 'AMBER' | 'GREEN';

/** The worst colour of any reason; green without one. @see domain.md 4.2 */
export function ragOf(reasons: readonly Reason[]): Rag {
  if (reasons.some(({ weight }) => weight === 'RED')) return 'RED';
  return reasons.some(({ weight }) => weight === 'AMBER') ? 'AMBER' : 'GREEN';
}

/** An intermediate goal whose day has ended without it, and the days since. */
export interface Missed {
  readonly milestone: Milestone;
  readonly days: number;
}

/** @see REQ-194 */
export function missedMilestones({ plan }: Dossier, moment: Instant): readonly Missed[] {
  const today = helsinkiDay(moment);
  return (plan?.milestones ?? [])
    .filter(({ due, achievedOn }) => hasEnded(due, moment) && (achievedOn === undefined || achievedOn > today))
    .toSorted((a, b) => (`${a.due} ${a.text}` < `${b.due} ${b.text}` ? -1 : 1))
    .map((milestone) => ({ milestone, days: daysBetween(milestone.due, today) }));
}

/** @see REQ-220 */
export function overdueActions({ actions }: Dossier, moment: Instant): readonly Row<Action>[] {
  return actions.filter(({ state, due }) => state === 'OPEN' && hasEnded(due, moment));
}

/** Obstacles in legislation that keep an offering from its day and that no ministry has taken up (REQ-196). */
export function orphanObstacles({ obstacles }: Dossier): readonly Row<Obstacle>[] {
  return obstacles.filter(
    ({ blocking, responsibleMinistry, state }) => blocking && responsibleMinistry === undefined && state !== 'IN_FORCE',
  );
}

/** What is wrong with the content of a plan and its carrying out at a moment: all of domain.md 4.2 but its lateness. */
export function findingsOf(dossier: Dossier, moment: Instant): readonly Reason[] {
  const { redAfterDays } = dossier.calendar;
  const end = transitionEnd(dossier.calendar);
  const today = helsinkiDay(moment);
  return [
    ...missedMilestones(dossier, moment).map(({ milestone, days }) =>
      milestoneMissed(milestone, { days, isLong: days > redAfterDays }),
    ),
    ...businessTargetsOf(dossier)
      .filter((target) => isTooLate(target, dossier))
      .map((target) => targetAfterEnd(target, target.targetDate ?? end, end)),
    ...overdueActions(dossier, moment).map((each) => actionOverdue(each, daysBetween(each.due, today))),
    ...orphanObstacles(dossier).map(obstacleWithoutMinistry),
  ];
}

function hasEnded(day: CalendarDate, moment: Instant): boolean {
  return moment >= endOf(day);
}
