import type { MatterChoices } from '#shared/adapters/memory/matters';
import type { MemoryTables } from '#shared/adapters/memory/tables';
import type { OwnRecords } from '#shared/ports/own-records';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryOwnRecords({ consents }: Pick<MemoryTables, 'consents'>, choices: MatterChoices): OwnRecords {
  return {
    consents: async (id) =>
      [...(consents.get(id)?.values() ?? [])]
        .sort((a, b) => b.version - a.version)
        .map((record) => structuredClone(record)),
    matters: async (id) =>
      [...choices.values()].filter(({ recipientId }) => recipientId === id).map((choice) => structuredClone(choice)),
  };
}
