import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { checkPricing } from '#shared/contracts/programme/pricing';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { type CheckPricingPorts, makeCheckServicePricing } from '#shared/flow/programme/check-service-pricing';

/** Whether fees by channel are in order. */
export function pricingCalls(ports: CheckPricingPorts, caller: Authenticate<ProgrammeRole>): Bound[] {
  const { checkTiers, checkService } = makeCheckServicePricing(ports);
  return [
    bind(checkPricing, caller, async ({ body: { tiers, serviceId }, request }, role) => {
      if (serviceId === undefined) return { status: 200, json: await checkTiers(tiers ?? []) };
      const checked = await checkService(role, serviceId);
      return checked.ok ? { status: 200, json: checked.value } : problemAnswer(request, 'not-found');
    }),
  ];
}
