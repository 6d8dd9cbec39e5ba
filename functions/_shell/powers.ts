import type { PowerRegister } from '#shared/ports/powers';

/** No register of powers is connected: nobody has one. */
export const noPowers: PowerRegister = {
  between: async () => [],
  holdersFor: async () => [],
  principalsOf: async () => [],
};
