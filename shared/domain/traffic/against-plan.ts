import type { ServiceId } from '#shared/domain/message/ids';
import type { Milestone, Plan } from '#shared/domain/programme/registry/plan';
import type { Service, TargetGroup } from '#shared/domain/programme/registry/service';
import type { Row } from '#shared/domain/programme/row';
import { type Month, monthOf } from '#shared/domain/traffic/month';
import { type Line, type MonthlyShare, type Trend, lineThrough, shareAt } from '#shared/domain/traffic/trend';
import type { CalendarDate } from '#shared/kernel/time';

/** What the authority has promised, as far as the traffic of its services can be held against it. */
export interface Promises {
  readonly services: readonly Row<Service>[];
  readonly plans: readonly Row<Plan>[];
}

/** Whether the share by a day is counted, foretold by the trend, or neither. */
export type Ground = 'COUNTED' | 'TREND' | 'NOT_KNOWN';

export interface ShareBy {
  readonly sharePct: number | null;
  readonly ground: Ground;
}

/** The day from which an offering is to be digital only, against the day the trend reaches 100. */
export interface TargetAgainst extends ShareBy {
  readonly service: string;
  readonly targetDate: CalendarDate;
  readonly verdict: 'REACHED' | 'IN_TIME' | 'LATE' | 'NOT_BY_THIS_TREND' | 'NOT_KNOWN';
}

export interface MilestoneAgainst extends ShareBy, Pick<Milestone, 'text' | 'due' | 'achievedOn'> {
  readonly plan: string;
}

/** What the traffic of a service of the hub says of its authority's own plan (REQ-190, REQ-194). */
export interface Against {
  readonly targets: readonly TargetAgainst[];
  readonly milestones: readonly MilestoneAgainst[];
}

/** Traffic of one service of the hub to one group. */
export interface Measured {
  readonly serviceId: ServiceId;
  readonly group: TargetGroup;
  /** Whole months. */
  readonly shares: readonly MonthlyShare[];
  readonly trend?: Trend;
}

/** Services of the programme whose mail goes in the name of a service of the hub. */
export function servicesBehind<T extends Pick<Service, 'hubServices'>>(services: readonly T[], id: ServiceId): T[] {
  return services.filter(({ hubServices = [] }) => hubServices.includes(id));
}

export function againstPlan(measured: Measured, { services, plans }: Promises): Against {
  const line = measured.trend && lineThrough(measured.shares);
  const behind = servicesBehind(services, measured.serviceId);
  const owners = new Set(behind.flatMap(({ organisationId, coOwners = [] }) => [organisationId, ...coOwners]));
  const theirs = plans.filter(({ organisationId }) => owners.has(organisationId));
  const shareBy = (day: CalendarDate) => shareByMonth(measured.shares, line, monthOf(day));
  return {
    targets: behind.flatMap((service) => {
      const targetDate = targetOf(service, measured.group, theirs);
      if (targetDate === undefined) return [];
      return [{ service: service.id, targetDate, ...shareBy(targetDate), verdict: verdictOf(measured, targetDate) }];
    }),
    milestones: theirs.flatMap(({ id, milestones }) =>
      milestones.map(({ text, due, achievedOn }) => ({ plan: id, text, due, achievedOn, ...shareBy(due) })),
    ),
  };
}

/** By the plan, else by the offering itself. */
function targetOf(
  { id, offerings }: Row<Service>,
  group: TargetGroup,
  plans: readonly Row<Plan>[],
): CalendarDate | undefined {
  const planned = plans
    .flatMap((plan) => plan.offerings)
    .find((each) => each.serviceId === id && each.targetGroup === group);
  const offering = offerings.find(({ targetGroup }) => targetGroup === group);
  return planned?.targetDate ?? offering?.targetDate ?? offering?.digitalOnlyFrom;
}

function shareByMonth(shares: readonly MonthlyShare[], line: Line | undefined, month: Month): ShareBy {
  const last = shares.at(-1);
  const counted = shares.findLast((each) => each.month <= month);
  if (last && last.month >= month)
    return counted ? { sharePct: counted.share, ground: 'COUNTED' } : { sharePct: null, ground: 'NOT_KNOWN' };
  return line ? { sharePct: shareAt(line, month), ground: 'TREND' } : { sharePct: null, ground: 'NOT_KNOWN' };
}

function verdictOf({ shares, trend }: Measured, targetDate: CalendarDate): TargetAgainst['verdict'] {
  const last = shares.at(-1);
  if (last && last.share >= 100) return 'REACHED';
  if (last && last.month >= monthOf(targetDate)) return 'LATE';
  if (!trend) return 'NOT_KNOWN';
  if (!trend.reaches) return 'NOT_BY_THIS_TREND';
  return trend.reaches.month <= monthOf(targetDate) ? 'IN_TIME' : 'LATE';
}
