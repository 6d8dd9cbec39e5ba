import type { MatterPreference } from '#shared/domain/consent/matter-preference';
import type { MatterPreferences } from '#shared/ports/matters';

/** Choices by recipient and matter. */
export type MatterChoices = Map<string, MatterPreference>;

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryMatters(choices: MatterChoices = new Map()): MatterPreferences {
  const nameOf = (recipient: string, matter: string) => JSON.stringify([recipient, matter]);
  const keep = (choice: MatterPreference) =>
    choices.set(nameOf(choice.recipientId, choice.matter), structuredClone(choice));
  return {
    read: async (recipient, matter) => structuredClone(choices.get(nameOf(recipient, matter))),
    put: async (choice) => {
      keep(choice);
    },
    list: async (recipient, { after = '', limit }) => {
      const own = [...choices.values()].filter(
        ({ recipientId, matter }) => recipientId === recipient && matter > after,
      );
      return structuredClone(own.toSorted((a, b) => (a.matter < b.matter ? -1 : 1)).slice(0, limit));
    },
    markDead: async ({ recipientId, matter, declaredAt }) => {
      const stored = choices.get(nameOf(recipientId, matter));
      if (stored?.declaredAt === declaredAt) keep({ ...stored, emailDead: true });
    },
  };
}
