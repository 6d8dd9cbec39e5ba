import type { MessageId } from '#shared/domain/message/ids';
import { type LegalHold, coverOf } from '#shared/domain/retention/legal-hold';
import type { LegalHolds } from '#shared/ports/legal-holds';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryLegalHolds(): LegalHolds {
  const holds = new Map<string, LegalHold>();
  const endings = new Map<string, MessageId>();
  const board = { version: 0 };
  const nameOf = (owner: string, id: string) => JSON.stringify([owner, id]);
  return {
    put: async (hold) => {
      const name = nameOf(hold.owner, hold.holdId);
      const isNew = !holds.has(name);
      holds.set(name, structuredClone(hold));
      return isNew;
    },
    read: async (owner, id) => structuredClone(holds.get(nameOf(owner, id))),
    isCovered: async (names) =>
      [...holds.values()].some(({ scope, liftedAt }) => liftedAt === undefined && names.includes(coverOf(scope))),

    version: async () => board.version,
    begin: async ({ messageId, by, version }) => {
      if (version === board.version) endings.set(by, messageId);
      return version === board.version;
    },
    finish: async ({ by }) => {
      endings.delete(by);
    },
    raise: async () => {
      board.version += 1;
      return [...endings.values()];
    },
  };
}
