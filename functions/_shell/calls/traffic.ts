import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { recountTraffic, showTraffic } from '#shared/contracts/programme/traffic';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { toTenth } from '#shared/domain/traffic/figures';
import { monthOf } from '#shared/domain/traffic/month';
import { MEASURES } from '#shared/domain/traffic/service-month';
import type { GroupTraffic } from '#shared/domain/traffic/service-traffic';
import type { Trend } from '#shared/domain/traffic/trend';
import { makeCountTraffic } from '#shared/flow/feed/count-traffic';
import { type ShowTrafficPorts, makeShowTraffic } from '#shared/flow/programme/show-traffic';

/** Pages of 500 facts that one call counts again. */
const PAGES_AT_ONCE = 200;

/** What the traffic of the hub says. */
export function trafficCalls(ports: ShowTrafficPorts, caller: Authenticate<ProgrammeRole>): Bound[] {
  const show = makeShowTraffic(ports);
  const { recount } = makeCountTraffic(ports);
  return [
    bind(showTraffic, caller, async ({ query, request }, role) => {
      if (role.role !== 'MINISTRY' && role.role !== 'AUTHORITY') return problemAnswer(request, 'role-missing');
      const [from, to] = [query.from, query.to].map((each) => each && monthOf(each));
      if (from && to && from > to) {
        const fields = [{ field: 'to', rule: 'must not be before from' }];
        return problemAnswer(request, 'body-invalid', { fields });
      }
      const shown = await show(role, { ...query, from, to });
      if (!shown.ok) return problemAnswer(request, 'not-found');
      const services = shown.value.services.map((each) => ({ ...each, groups: each.groups.map(groupView) }));
      return { status: 200, json: { ...shown.value, services } };
    }),
    bind(recountTraffic, caller, async ({ body: { tenantId }, request }, { role }) => {
      if (role !== 'MINISTRY') return problemAnswer(request, 'role-missing');
      if (!(await ports.tenants.authority(tenantId))) return problemAnswer(request, 'not-found');
      return { status: 200, json: await recount(tenantId, PAGES_AT_ONCE) };
    }),
  ];
}

function groupView({ months, trend, against, ...rest }: GroupTraffic) {
  const rounded = <T extends { readonly sharePct: number | null }>(each: T) => ({
    ...each,
    sharePct: each.sharePct === null ? null : toTenth(each.sharePct),
  });
  return {
    ...rest,
    months: months.map(({ counts, ...month }) => ({
      ...month,
      counts: Object.fromEntries(MEASURES.map((measure) => [measure, counts(measure)])),
    })),
    trend: trend && trendView(trend),
    against: { targets: against.targets.map(rounded), milestones: against.milestones.map(rounded) },
  };
}

/** Tenths of a per cent, but for the slope: a tenth a month is a per cent and more a year. */
function trendView({ slope, level, next, backTest, ...rest }: Trend) {
  return {
    ...rest,
    slope: Math.round(slope * 1000) / 1000,
    level: toTenth(level),
    next: { month: next.month, share: toTenth(next.share), low: toTenth(next.low), high: toTenth(next.high) },
    backTest: backTest && { ...backTest, meanError: toTenth(backTest.meanError) },
  };
}
