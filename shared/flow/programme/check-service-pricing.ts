import { type PricingCheck, checkPricing } from '#shared/domain/pricing/check-pricing';
import { type PricedTier, tiersOn } from '#shared/domain/pricing/tier';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { organisation } from '#shared/domain/programme/registry/organisation';
import { pricingTier } from '#shared/domain/programme/registry/pricing';
import { service } from '#shared/domain/programme/registry/service';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

export interface CheckPricingPorts {
  readonly rows: Pick<ProgrammeRows, 'read' | 'asOf'>;
  /** The calendar in force. */
  readonly calendar: () => Promise<ProgrammeCalendar>;
  readonly clock: Clock;
}

export interface ServiceUnknown {
  readonly kind: 'service-unknown';
}

/**
 * Checks fees that are handed in, or those on record of a service that the caller may see. Nothing is stored.
 *
 * @see domain.md 3.8; REQ-126 to REQ-136
 */
export function makeCheckServicePricing({ rows, calendar, clock }: CheckPricingPorts) {
  return {
    checkTiers: async (tiers: readonly PricedTier[]): Promise<PricingCheck> => checkPricing(tiers, await calendar()),

    /** Refused with `service-unknown` for a service that is not there or another authority's. */
    checkService: async (caller: ProgrammeRole, serviceId: string): Promise<Result<PricingCheck, ServiceUnknown>> => {
      const found = await rows.read('services', serviceId);
      if (!found || !(await maySee(caller, service.parse(found)))) return refuse({ kind: 'service-unknown' });
      return ok(checkPricing(await tiersOf(serviceId), await calendar()));
    },
  };

  async function maySee(caller: ProgrammeRole, { organisationId }: { readonly organisationId: string }) {
    if (caller.role !== 'AUTHORITY') return caller.role !== 'PUBLIC';
    const owner = await rows.read('organisations', organisationId);
    return owner !== undefined && (organisation.parse(owner).tenantId ?? owner.id) === caller.tenantId;
  }

  async function tiersOf(serviceId: string): Promise<PricedTier[]> {
    const now = clock();
    const tiers = (await rows.asOf('pricing-tiers', now)).map((row) => pricingTier.parse(row));
    return tiersOn(
      tiers.filter((tier) => tier.serviceId === serviceId),
      helsinkiDay(now),
    );
  }
}
