import { month, monthOf } from '#shared/domain/traffic/month';
import type { ServiceMonth, StatuteMonth } from '#shared/domain/traffic/service-month';
import { listOrganisations, tenantOf } from '#shared/flow/programme/own-organisations';
import type { CalendarDate } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
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
  readonly rows: Pick<ProgrammeRows, 'list'>;
  readonly traffic: Pick<TrafficCounts, 'inForce' | 'months' | 'statutes'>;
}

/** What has been counted of the traffic of every organisation that sends through the hub. */
export function makeTrafficUntil({ rows, traffic }: ReadTrafficPorts): TrafficUntil {
  return async (day) => {
    const tenants = new Set((await listOrganisations(rows)).flatMap((each) => tenantOf(each) ?? []));
    const wanted = { from: FIRST_MONTH, to: monthOf(day) };
    const ofEach = await Promise.all(
      [...tenants].sort().map(async (tenantId) => {
        const book = { tenantId, book: await traffic.inForce(tenantId) };
        return { traffic: await traffic.months(book, wanted), statutes: await traffic.statutes(book, wanted) };
      }),
    );
    return { traffic: ofEach.flatMap((each) => each.traffic), statutes: ofEach.flatMap((each) => each.statutes) };
  };
}
