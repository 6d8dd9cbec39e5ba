import type { ServiceMonth, StatuteMonth } from '#shared/domain/traffic/service-month';
import { type CountPorts, makeCountTraffic } from '#shared/flow/count-traffic';
import type { Months } from '#shared/ports/traffic-counts';

/** The counts of every authority. */
export interface TrafficRead {
  readonly traffic: readonly ServiceMonth[];
  readonly statutes: readonly StatuteMonth[];
}

/** Reads the months reports are made from, after counting what is new. */
export function makeReadTraffic(ports: CountPorts): (months: Months) => Promise<TrafficRead> {
  const { traffic, tenants } = ports;
  const { countTenant } = makeCountTraffic(ports);
  return async (months) => {
    const read: { traffic: ServiceMonth[]; statutes: StatuteMonth[] } = { traffic: [], statutes: [] };
    for (const tenantId of (await tenants.authorities()).toSorted()) {
      await countTenant(tenantId);
      const book = { tenantId, book: await traffic.inForce(tenantId) };
      read.traffic.push(...(await traffic.months(book, months)));
      read.statutes.push(...(await traffic.statutes(book, months)));
    }
    return read;
  };
}
