import type { DutyException } from '#shared/domain/channel/duty-exception';
import type { Exceptions } from '#shared/ports/exceptions';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryExceptions(): Exceptions {
  const entered = new Map<string, DutyException>();
  const nameOf = (tenant: string, id: string) => JSON.stringify([tenant, id]);
  return {
    put: async (exception) => {
      const name = nameOf(exception.tenantId, exception.exceptionId);
      const isNew = !entered.has(name);
      entered.set(name, structuredClone(exception));
      return isNew;
    },
    read: async (tenant, id) => structuredClone(entered.get(nameOf(tenant, id))),
    of: async (tenant, recipient) =>
      [...entered.values()]
        .filter((each) => each.tenantId === tenant && each.recipientId === recipient)
        .map((each) => structuredClone(each)),
  };
}
