import { month, monthOf } from '#shared/domain/traffic/month';
import type { ServiceMonth, StatuteMonth } from '#shared/domain/traffic/service-month';
import type { CalendarDate } from '#shared/kernel/time';
import type { Tenants } from '#shared/ports/tenants';
import type { TrafficCounts } from '#shared/ports/traffic-counts';

/** No month is before it. */
const FIRST_MONTH = month.parse('0001-01');

/** What has been counted of the traffic. */
export interface TrafficRead {
  readonly traffic: readonly ServiceMonth[];
  readonly statutes: readonly StatuteMonth[];
}

/** Every month up to the one a day lies in. */
export type TrafficUntil = (day: CalendarDate) => Promise<TrafficRead>;

export interface ReadTrafficPorts {
  readonly tenants: Pick<Tenants, 'authorities'>;
  readonly traffic: Pick<TrafficCounts, 'inForce' | 'months' | 'statutes'>;
}

/** What has been counted of the traffic of every authority of the hub, whether or not the programme knows it. */
export function makeTrafficUntil({ tenants, traffic }: ReadTrafficPorts): TrafficUntil {
  return async (day) => {
    const authorities = await tenants.authorities();
    const wanted = { from: FIRST_MONTH, to: monthOf(day) };
    const ofEach = await Promise.all(
      authorities.toSorted().map(async (tenantId) => {
        const book = { tenantId, book: await traffic.inForce(tenantId) };
        return { traffic: await traffic.months(book, wanted), statutes: await traffic.statutes(book, wanted) };
      }),
    );
    return { traffic: ofEach.flatMap((each) => each.traffic), statutes: ofEach.flatMap((each) => each.statutes) };
  };
}
