import type { Mandate, MandateId } from '#shared/domain/mandate/mandate';
import { ok, refuse } from '#shared/kernel/result';
import type { Mandates } from '#shared/ports/mandates';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryMandates(): Mandates {
  const given = new Map<MandateId, Mandate>();
  const where = (belongs: (each: Mandate) => boolean) =>
    [...given.values()]
      .filter(belongs)
      .map((each) => structuredClone(each))
      .toSorted((a, b) => (a.mandateId < b.mandateId ? -1 : 1));
  return {
    give: async (mandate) => {
      if (given.has(mandate.mandateId)) throw new Error('a random mandate id is taken');
      given.set(mandate.mandateId, structuredClone(mandate));
    },
    find: async (party, id) => {
      const found = given.get(id);
      return found?.principal === party || found?.holder === party ? structuredClone(found) : undefined;
    },
    change: async (before, after) => {
      const stored = given.get(after.mandateId);
      if (stored?.facts.length !== before.facts.length) return refuse({ kind: 'mandate-moved' });
      given.set(after.mandateId, structuredClone(after));
      return ok(after);
    },
    givenBy: async (principal) => where((each) => each.principal === principal),
    hasReceivers: async (principal) =>
      [...given.values()].some((each) => each.principal === principal && each.mayReceiveService),
    heldBy: async (holder) => where((each) => each.holder === holder),
  };
}
