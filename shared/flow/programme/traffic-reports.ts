import { unitCostsOn } from '#shared/domain/pricing/mail-cents';
import type { Programme } from '#shared/domain/programme/programme';
import type { ReportContent } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { Texts } from '#shared/domain/programme/words';
import { againstPlan, servicesBehind } from '#shared/domain/traffic/against-plan';
import { sumOf } from '#shared/domain/traffic/figures';
import { type Month, firstDayOf, monthOf, monthsAfter } from '#shared/domain/traffic/month';
import { effectsReport } from '#shared/domain/traffic/reports/effects';
import type { ChannelLine } from '#shared/domain/traffic/reports/channel-sections';
import { type BusinessMonth, type ChannelMaterial, channelReport } from '#shared/domain/traffic/reports/channels';
import { obstacleReport } from '#shared/domain/traffic/reports/obstacles';
import type { ServiceMonth, StatuteMonth } from '#shared/domain/traffic/service-month';
import { sharesOf } from '#shared/domain/traffic/service-traffic';
import { trendOf } from '#shared/domain/traffic/trend';
import { carriersOn } from '#shared/domain/transition/carriers';
import { nameAt, nameIn } from '#shared/domain/transition/names';
import { responsibleFor } from '#shared/domain/transition/organisation-scope';

/** What the reports of the traffic are made from: the registers and the counts, as they stood. */
export interface TrafficMaterial {
  readonly programme: Programme;
  readonly traffic: readonly ServiceMonth[];
  readonly statutes?: readonly StatuteMonth[];
}

/** Months of a line in a chart. */
const HISTORY = 24;

/** R8, of all or of one authority. */
export function makeChannelReport(request: ReportRequest, material: TrafficMaterial): ReportContent {
  const { programme, traffic } = material;
  const { organisationId } = request;
  const month = monthOf(request.to);
  const theirs = organisationId === undefined ? traffic : trafficOf(request, material);
  const lineOf = organisationId === undefined ? authorityNames(request, programme) : serviceNames(programme);
  const common = {
    month,
    calendar: { ...programme.calendar, unitCosts: unitCostsIn(programme, month) },
    lines: linesOf(
      theirs.filter((each) => each.month === month),
      lineOf,
    ),
    history: businessMonths(theirs, monthsAfter(month, 1 - HISTORY), month),
  };
  if (organisationId === undefined) return channelReport(common);
  const authority = nameAt(programme.rows.organisations, organisationId, request.to);
  return channelReport({ ...common, authority, targets: targetsOf(theirs, month, programme) });
}

function unitCostsIn({ rows, calendar }: Programme, month: Month): Programme['calendar']['unitCosts'] {
  return unitCostsOn(rows.tariffs, calendar.unitCosts, firstDayOf(month));
}

/** R9. */
export function makeEffectsReport({ from, to }: ReportRequest, { programme, traffic }: TrafficMaterial): ReportContent {
  const { services, volumes } = programme.rows;
  return effectsReport({ to, services, volumes, months: businessMonths(traffic, monthOf(from), monthOf(to)) });
}

/** R6, of all or of what one ministry answers for. */
export function makeObstacleReport(
  request: ReportRequest,
  { programme, statutes = [] }: TrafficMaterial,
): ReportContent {
  const [from, to] = [monthOf(request.from), monthOf(request.to)];
  const { organisations, obstacles } = programme.rows;
  return obstacleReport({
    obstacles,
    statutes: statutes.filter(({ month }) => from <= month && month <= to),
    nameOf: (id) => nameAt(organisations, id, request.to),
    ministry: request.organisationId,
  });
}

/** The deliveries an organisation has sent as an authority of the hub, and those of whom it carries on. */
function trafficOf(
  { organisationId = '', to }: ReportRequest,
  { programme, traffic }: TrafficMaterial,
): readonly ServiceMonth[] {
  const { organisations } = programme.rows;
  const ids = new Set([organisationId, ...responsibleFor(carriersOn(organisations, to), organisationId)]);
  const told = new Map(organisations.map((each) => [each.id, each.tenantId]));
  const tenants = new Set<string>([...ids].map((id) => told.get(id) ?? id));
  return traffic.filter(({ tenantId }) => tenants.has(tenantId));
}

interface LineName {
  readonly key: string;
  readonly name: Texts;
}

function authorityNames({ to }: ReportRequest, { rows }: Programme): (each: ServiceMonth) => LineName {
  const byTenant = new Map(rows.organisations.map((each) => [each.tenantId ?? each.id, each.id]));
  const carriers = carriersOn(rows.organisations, to);
  return ({ tenantId }) => {
    const id = byTenant.get(tenantId) ?? tenantId;
    return { key: carriers.get(id)?.id ?? id, name: nameIn(carriers, id) };
  };
}

/** The service of the programme whose mail it carries, where it is one; else the id that senders use. */
function serviceNames({ rows }: Programme): (each: ServiceMonth) => LineName {
  return ({ serviceId }) => {
    const [service, ...others] = servicesBehind(rows.services, serviceId);
    return { key: serviceId, name: service && others.length === 0 ? service.names : { fi: serviceId } };
  };
}

/** Months added up by line and group: businesses first. */
function linesOf(months: readonly ServiceMonth[], lineOf: (each: ServiceMonth) => LineName): ChannelLine[] {
  const byLine = Map.groupBy(months, (each) => JSON.stringify([lineOf(each).key, each.group]));
  return [...byLine]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, all]) => {
      const [first] = all;
      return first ? [{ name: lineOf(first).name, group: first.group, counts: sumOf(all) }] : [];
    });
}

function businessMonths(traffic: readonly ServiceMonth[], from: Month, to: Month): BusinessMonth[] {
  const inside = traffic.filter(({ month, group }) => group === 'BUSINESS' && from <= month && month <= to);
  const byMonth = Map.groupBy(inside, ({ month }) => month);
  return [...byMonth].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, all]) => ({ month, counts: sumOf(all) }));
}

function targetsOf(
  traffic: readonly ServiceMonth[],
  month: Month,
  { rows, calendar }: Programme,
): NonNullable<ChannelMaterial['targets']> {
  const names = new Map(rows.services.map(({ id, names: each }) => [id, each]));
  const business = traffic.filter((each) => each.group === 'BUSINESS' && each.month <= month);
  return [...Map.groupBy(business, ({ serviceId }) => serviceId)].flatMap(([serviceId, all]) => {
    const shares = sharesOf(
      all.toSorted((a, b) => (a.month < b.month ? -1 : 1)),
      calendar,
    );
    const { targets } = againstPlan({ serviceId, group: 'BUSINESS', shares, trend: trendOf(shares) }, rows);
    return targets.map((each) => ({ ...each, name: names.get(each.service) ?? { fi: each.service } }));
  });
}
