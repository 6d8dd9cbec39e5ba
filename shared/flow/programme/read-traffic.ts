import { month, monthOf } from '#shared/domain/traffic/month';
import { listOrganisations, tenantOf } from '#shared/flow/programme/own-organisations';
import type { TrafficUntil } from '#shared/flow/programme/make-report';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { TrafficCounts } from '#shared/ports/traffic-counts';

/** No month is before it. */
const FIRST_MONTH = month.parse('0001-01');

export interface ReadTrafficPorts {
  readonly rows: Pick<ProgrammeRows, 'list'>;
  readonly traffic: Pick<TrafficCounts, 'inForce' | 'months'>;
}

/** What has been counted of the traffic of every organisation that sends through the hub. */
export function makeTrafficUntil({ rows, traffic }: ReadTrafficPorts): TrafficUntil {
  return async (day) => {
    const tenants = (await listOrganisations(rows)).flatMap((each) => tenantOf(each) ?? []);
    const ofEach = [...new Set(tenants)].sort().map(async (tenantId) => {
      const book = await traffic.inForce(tenantId);
      return traffic.months({ tenantId, book }, { from: FIRST_MONTH, to: monthOf(day) });
    });
    return (await Promise.all(ofEach)).flat();
  };
}
