import { makeValtuudet } from '#shared/adapters/mandates/valtuudet';
import { systemClock } from '#shared/adapters/system/clock';
import type { MandateRegister } from '#shared/contracts/config/parts';
import type { PowerRegister } from '#shared/ports/powers';
import type { Sealer } from '#shared/ports/sealer';

/** What the seal of the register's key is bound to. */
export const REGISTER_KEY_CONTEXT = 'mandate-register';

/** The national register of mandates, where an operator has connected this hub to it. */
export function nationalRegister(config: MandateRegister | 'none', sealer: Sealer): PowerRegister | undefined {
  if (config === 'none') return undefined;
  const { base, clientId, issue, sealedKey } = config;
  const apiKey = async () => sealer.openText(REGISTER_KEY_CONTEXT, sealedKey);
  return makeValtuudet({ base, clientId, issue, apiKey, ask: fetch, clock: systemClock });
}
