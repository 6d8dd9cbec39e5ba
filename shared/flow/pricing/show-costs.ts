import type { Delivery } from '#shared/domain/message/delivery';
import type { TenantId } from '#shared/domain/message/ids';
import { type DeliveryCosts, costsOfDelivery } from '#shared/domain/pricing/delivery-costs';
import type { Tariffs } from '#shared/domain/pricing/price';
import { tariff } from '#shared/domain/programme/registry/tariff';
import { makeStanding } from '#shared/flow/programme/ownership';
import { asRow } from '#shared/flow/programme/read-programme';
import type { Clock } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

export interface CostPorts {
  readonly rows: Pick<ProgrammeRows, 'read' | 'asOf'>;
  readonly clock: Clock;
}

export type CostOf = (delivery: Delivery) => DeliveryCosts;

/** Tariffs as an authority sees them: the general ones, and those of its own organisations. */
export function makeTariffsOf({ rows, clock }: CostPorts) {
  return async function tariffsOf(tenantId: TenantId): Promise<Tariffs> {
    const standingOf = makeStanding(rows, tenantId);
    const all = (await rows.asOf('tariffs', clock())).map((row) => asRow(tariff, row));
    const standings = await Promise.all(all.map(async (row) => standingOf('tariffs', { id: row.id, fields: row })));
    return all.filter((_, i) => standings[i] !== 'FOREIGN');
  };
}

/** What an authority's deliveries cost it. */
export function makeShowCosts(ports: CostPorts) {
  const tariffsOf = makeTariffsOf(ports);
  return async function costsOf(tenantId: TenantId): Promise<CostOf> {
    const tariffs = await tariffsOf(tenantId);
    return (delivery) => costsOfDelivery(delivery, tariffs);
  };
}
