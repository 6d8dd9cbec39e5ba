import { type Authenticate, type Bound, anybody, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { languageOf } from '#shared/contracts/problems';
import { showBusinessNotice } from '#shared/contracts/programme/business-notice';
import { checkPricing } from '#shared/contracts/programme/pricing';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { type CheckPricingPorts, makeCheckServicePricing } from '#shared/flow/programme/check-service-pricing';
import { type TellBusinessesPorts, makeTellBusinesses } from '#shared/flow/programme/tell-businesses';

/** Whether fees by channel are in order. */
export function pricingCalls(ports: CheckPricingPorts, caller: Authenticate<ProgrammeRole>): Bound[] {
  const { checkTiers, checkService } = makeCheckServicePricing(ports);
  return [
    bind(checkPricing, caller, async ({ body: { tiers, serviceId }, request }, role) => {
      if (tiers || serviceId === undefined) return { status: 200, json: await checkTiers(tiers ?? []) };
      const checked = await checkService(role, serviceId);
      return checked.ok ? { status: 200, json: checked.value } : problemAnswer(request, 'not-found');
    }),
  ];
}

/** What businesses are told of the transition. */
export function businessNoticeCalls(ports: TellBusinessesPorts): Bound[] {
  const tell = makeTellBusinesses(ports);
  return [
    bind(showBusinessNotice, anybody, async ({ query: { lang }, request }) => ({
      status: 200,
      json: await tell(lang ?? languageOf(request.headers['accept-language'])),
    })),
  ];
}
