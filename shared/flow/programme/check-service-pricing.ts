import { type PricingCheck, type PricingLimits, checkPricing } from '#shared/domain/pricing/check-pricing';
import { mailCentsOn } from '#shared/domain/pricing/mail-cents';
import { type PricedTier, tiersOn } from '#shared/domain/pricing/tier';
import { mayRead } from '#shared/domain/programme/access';
import { pricingTier } from '#shared/domain/programme/registry/pricing';
import { tariff } from '#shared/domain/programme/registry/tariff';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { makeStanding } from '#shared/flow/programme/ownership';
import { CALENDAR, asRow, calendarIn } from '#shared/flow/programme/read-programme';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

export interface CheckPricingPorts {
  readonly rows: Pick<ProgrammeRows, 'read' | 'asOf'>;
  readonly clock: Clock;
}

export interface ServiceUnknown {
  readonly kind: 'service-unknown';
}

/**
 * Checks fees that are handed in, or those on record of a service whose fees the caller may see. Nothing is stored.
 *
 * @see domain.md 3.8; REQ-126 to REQ-136
 */
export function makeCheckServicePricing({ rows, clock }: CheckPricingPorts) {
  return {
    checkTiers: async (tiers: readonly PricedTier[]): Promise<PricingCheck> => checkPricing(tiers, await limits()),

    /** Refused with `service-unknown` for a service that is not there or not the caller's to see. */
    checkService: async (caller: ProgrammeRole, serviceId: string): Promise<Result<PricingCheck, ServiceUnknown>> => {
      if (!(await maySee(caller, serviceId))) return refuse({ kind: 'service-unknown' });
      return ok(checkPricing(await tiersOf(serviceId), await limits()));
    },
  };

  async function limits(): Promise<PricingLimits> {
    const now = clock();
    const [calendar, tariffs] = await Promise.all([rows.read(CALENDAR.kind, CALENDAR.id), rows.asOf('tariffs', now)]);
    const { reasonableFeeDifferencePct } = calendarIn(calendar);
    const known = tariffs.map((row) => asRow(tariff, row));
    return { reasonableFeeDifferencePct, mailCents: mailCentsOn(known, helsinkiDay(now)) };
  }

  async function maySee(caller: ProgrammeRole, serviceId: string): Promise<boolean> {
    const found = mayRead(caller, 'pricing-tiers') === 'NONE' ? undefined : await rows.read('services', serviceId);
    if (!found || caller.role !== 'AUTHORITY') return found !== undefined;
    const standing = await makeStanding(rows, caller.tenantId)('services', { id: serviceId, fields: found });
    return standing !== 'FOREIGN';
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
