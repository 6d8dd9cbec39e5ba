import type { PowerRegister } from '#shared/ports/powers';

/** A deployment without a register of mandates: nobody acts for another but by the base registers. */
export const noPowers: PowerRegister = {
  between: async () => [],
  holdersFor: async () => [],
  principalsOf: async () => [],
};
