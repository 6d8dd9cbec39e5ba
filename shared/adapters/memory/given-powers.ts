import type { Power } from '#shared/domain/message/power';
import type { PowerHolder, PowerRegister } from '#shared/ports/powers';

interface Given {
  readonly principal: Omit<PowerHolder, 'power'>;
  readonly holder: Omit<PowerHolder, 'power'>;
  readonly power: Power;
}

/** Powers as a test gives them. */
export interface GivenPowers extends PowerRegister {
  give(power: Given): void;
  cancel(mandateId: string): void;
}

/** For tests: what was given holds until it is cancelled. */
export function makeGivenPowers(): GivenPowers {
  const given = new Map<string, Given>();
  const all = () => [...given.values()];
  return {
    give: (each) => {
      given.set(each.power.mandateId, each);
    },
    cancel: (mandateId) => {
      given.delete(mandateId);
    },
    between: async (holder, principal) =>
      all()
        .filter((each) => each.holder.id === holder && each.principal.id === principal)
        .map(({ power }) => power),
    holdersFor: async (principal) =>
      all()
        .filter((each) => each.principal.id === principal)
        .map(({ holder, power }) => ({ ...holder, power })),
    principalsOf: async (id) => {
      const held = all().filter(({ holder }) => holder.id === id);
      return { known: held.map(({ principal, power }) => ({ ...principal, power })), complete: true };
    },
  };
}
