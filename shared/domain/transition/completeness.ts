import type { TargetGroup } from '#shared/domain/programme/registry/service';
import type { Texts } from '#shared/domain/programme/words';
import { transitionEnd } from '#shared/domain/programme/deadlines';
import type { Dossier } from '#shared/domain/transition/dossier';
import { type Target, businessTargetsOf, isTooLate, plannedServices } from '#shared/domain/transition/targets';
import type { CalendarDate } from '#shared/kernel/time';

/** A part a plan lacks. `pointer` is where it would stand in the plan. */
export interface PlanProblem {
  readonly code: 'OFFERING_WITHOUT_TARGET' | 'TARGET_AFTER_END' | 'SERVICE_NOT_LISTED' | 'OBSTACLES_NOT_TOLD';
  readonly pointer: string;
  /** Begins with INCOMPLETE and names the service and the group. */
  readonly rule: string;
  readonly serviceId?: string;
  readonly serviceNames?: Texts;
  readonly targetGroup?: TargetGroup;
  readonly targetDate?: CalendarDate;
}

/**
 * What a plan lacks: a target date until the end of the transition, or an approved exception of a ground that is allowed, for
 * every offering to businesses; a word on every service of the authority; the obstacles in legislation, or that there are
 * none. Empty: it is complete.
 *
 * @param dossier with the plan that is looked at; one without a plan lacks everything
 * @see REQ-190, REQ-191, REQ-196, REQ-216, TR-10, TR-11
 */
export function completenessOf(dossier: Dossier): readonly PlanProblem[] {
  return [...targetProblems(dossier), ...unlistedServices(dossier), ...obstacleProblems(dossier)];
}

function targetProblems(dossier: Dossier): readonly PlanProblem[] {
  return businessTargetsOf(dossier).flatMap((target) => {
    if (isTooLate(target, dossier)) return [tooLate(target, transitionEnd(dossier.calendar))];
    return target.targetDate === undefined && !target.isExempt ? [withoutTarget(target)] : [];
  });
}

function withoutTarget(target: Target): PlanProblem {
  const { service, offering } = target;
  const rule = `INCOMPLETE: the ${offering.targetGroup} offering of ${service.id} has no target date`;
  return { code: 'OFFERING_WITHOUT_TARGET', pointer: '/offerings', rule, ...subjectOf(target) };
}

function tooLate(target: Target, end: CalendarDate): PlanProblem {
  const { service, offering, targetDate } = target;
  const rule = `INCOMPLETE: the ${offering.targetGroup} offering of ${service.id} has its target date after ${end}`;
  return { code: 'TARGET_AFTER_END', pointer: '/offerings', rule, ...subjectOf(target), targetDate };
}

function subjectOf({ service, offering }: Target) {
  return { serviceId: service.id, serviceNames: service.names, targetGroup: offering.targetGroup };
}

/** A service is told of by the plan, by a target date of its own, or by an exception. Every offering to businesses is asked for above. */
function unlistedServices(dossier: Dossier): readonly PlanProblem[] {
  const told = new Set([
    ...(dossier.plan?.offerings ?? []).map(({ serviceId }) => serviceId),
    ...dossier.exceptions.map(({ serviceId }) => serviceId),
  ]);
  return plannedServices(dossier)
    .filter(({ id, offerings }) => !told.has(id) && !offerings.some(isAskedFor))
    .map(({ id, names }) => ({
      code: 'SERVICE_NOT_LISTED',
      pointer: '/offerings',
      rule: `INCOMPLETE: the service ${id} is not in the plan`,
      serviceId: id,
      serviceNames: names,
    }));
}

function isAskedFor({ targetGroup, status, targetDate }: Target['offering']): boolean {
  return targetDate !== undefined || (targetGroup === 'BUSINESS' && status !== 'RETIRED');
}

function obstacleProblems({ plan }: Dossier): readonly PlanProblem[] {
  const told = plan?.legislationObstacles;
  if (told !== undefined) return [];
  const rule = 'INCOMPLETE: the obstacles in legislation are to be listed, or NONE';
  return [{ code: 'OBSTACLES_NOT_TOLD', pointer: '/legislationObstacles', rule }];
}
