import type { TenantId } from '#shared/domain/message/ids';
import { isOverdueOn } from '#shared/domain/own-data/data-request';
import type { CalendarDate } from '#shared/kernel/time';
import { type DataRequests, placeOf } from '#shared/ports/data-requests';
import type { Tenants } from '#shared/ports/tenants';

/** How many requests for own data each authority has left without an answer past their last day, as seen on a day; none: absent. */
export type OverdueOn = (day: CalendarDate) => Promise<ReadonlyMap<TenantId, number>>;

export interface CountOverduePorts {
  readonly tenants: Pick<Tenants, 'authorities'>;
  readonly dataRequests: Pick<DataRequests, 'openOf'>;
}

/** Requests read at a time. */
const PAGE = 100;

/**
 * Counts late requests and nothing else of them: neither who asks nor what.
 *
 * @see 2016/679 art. 12(3); domain.md 3.8
 */
export function makeCountOverdue({ tenants, dataRequests }: CountOverduePorts): OverdueOn {
  return async (day) => {
    const counts = new Map<TenantId, number>();
    for (const tenant of await tenants.authorities()) {
      const count = await overdueOf(tenant, day);
      if (count > 0) counts.set(tenant, count);
    }
    return counts;
  };

  async function overdueOf(tenant: TenantId, day: CalendarDate): Promise<number> {
    let count = 0;
    let after: string | undefined;
    do {
      const page = await dataRequests.openOf(tenant, { after, limit: PAGE });
      count += page.filter((each) => isOverdueOn(each, day)).length;
      const last = page.length === PAGE ? page.at(-1) : undefined;
      after = last && placeOf(last);
    } while (after !== undefined);
    return count;
  }
}

/** Late requests of all authorities together. */
export function totalOverdue(counts: ReadonlyMap<TenantId, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
