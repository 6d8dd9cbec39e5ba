import type { ServiceId } from '#shared/domain/message/ids';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { type TargetGroup, targetGroup } from '#shared/domain/programme/registry/service';
import { type Against, type Promises, againstPlan, servicesBehind } from '#shared/domain/traffic/against-plan';
import {
  type Cost,
  type CostPool,
  type Rates,
  costOf,
  costsNotEntered,
  ratesOf,
  shareOf,
  totalOf,
} from '#shared/domain/traffic/figures';
import type { Month } from '#shared/domain/traffic/month';
import type { ServiceMonth } from '#shared/domain/traffic/service-month';
import { type ToldCounts, toldCounts } from '#shared/domain/traffic/suppress';
import { type MonthlyShare, type Trend, trendOf } from '#shared/domain/traffic/trend';

/** What one month says. */
export interface MonthTold {
  readonly month: Month;
  /** The month is over. */
  readonly isWhole: boolean;
  readonly counts: ToldCounts;
  readonly rates: Rates;
  readonly cost: Cost & { readonly totalCents: number | null; readonly notEntered: readonly CostPool[] };
}

/** What the deliveries of a service to one group say. */
export interface GroupTraffic {
  readonly group: TargetGroup;
  readonly months: readonly MonthTold[];
  /** Absent: fewer than six whole months. */
  readonly trend?: Trend;
  readonly against: Against;
}

/** What the deliveries of a service of the hub say. */
export interface ServiceTraffic {
  readonly serviceId: ServiceId;
  /** Ids of the services of the programme whose mail it carries. */
  readonly programmeServices: readonly string[];
  readonly groups: readonly GroupTraffic[];
}

export interface TrafficFrame extends Promises {
  /** Told of even when it has no traffic yet. */
  readonly serviceId?: ServiceId;
  /** First and last month told of; the trend rests on all whole months up to the last. */
  readonly from: Month;
  readonly to: Month;
  /** The month under way. */
  readonly thisMonth: Month;
  readonly calendar: ProgrammeCalendar;
  /** What a message cost by each channel in a month. */
  readonly unitCostsOf: (month: Month) => ProgrammeCalendar['unitCosts'];
}

/** What months of an authority's services say, by service in the order of their ids. */
export function trafficOf(months: readonly ServiceMonth[], frame: TrafficFrame): ServiceTraffic[] {
  const ids = new Set([...(frame.serviceId ? [frame.serviceId] : []), ...months.map(({ serviceId }) => serviceId)]);
  return [...ids].sort().map((serviceId) => ({
    serviceId,
    programmeServices: servicesBehind(frame.services, serviceId).map(({ id }) => id),
    groups: targetGroup.options.flatMap((group) => {
      const theirs = months.filter((each) => each.serviceId === serviceId && each.group === group);
      return theirs.length > 0 ? [groupTraffic(serviceId, theirs, frame)] : [];
    }),
  }));
}

function groupTraffic(serviceId: ServiceId, all: readonly ServiceMonth[], frame: TrafficFrame): GroupTraffic {
  const { from, to, thisMonth, calendar, unitCostsOf } = frame;
  const group = all[0]?.group ?? 'PERSON';
  const upTo = all.filter(({ month }) => month <= to).toSorted((a, b) => (a.month < b.month ? -1 : 1));
  const shares = sharesOf(
    upTo.filter(({ month }) => month < thisMonth),
    calendar,
  );
  const trend = trendOf(shares);
  return {
    group,
    months: upTo
      .filter(({ month }) => from <= month)
      .map((each) => ({
        isWhole: each.month < thisMonth,
        ...monthTold(each, { ...calendar, unitCosts: unitCostsOf(each.month) }),
      })),
    trend,
    against: againstPlan({ serviceId, group, shares, trend }, frame),
  };
}

function monthTold({ month, group, counts }: ServiceMonth, calendar: ProgrammeCalendar): Omit<MonthTold, 'isWhole'> {
  const told = toldCounts(counts, group, calendar);
  const cost = costOf(told, calendar);
  return {
    month,
    counts: told,
    rates: ratesOf(told),
    cost: { ...cost, totalCents: totalOf(cost), notEntered: costsNotEntered(calendar) },
  };
}

/** Shares of the months in which something was sent; those that may not be told are left out. */
export function sharesOf(
  months: readonly ServiceMonth[],
  calendar: Pick<ProgrammeCalendar, 'suppressionLimit'>,
): MonthlyShare[] {
  return months.flatMap(({ month, group, counts }) => {
    const isTold = ratesOf(toldCounts(counts, group, calendar)).electronicSharePct !== null;
    const share = isTold ? shareOf(counts) : undefined;
    return share === undefined ? [] : [{ month, share }];
  });
}
