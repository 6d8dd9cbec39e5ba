import type { AccessEntry } from '#shared/domain/access/access-entry';
import type { AccessLog } from '#shared/ports/access-log';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryAccessLog(): AccessLog {
  const logs = new Map<string, Map<string, AccessEntry>>();
  const placeOf = ({ at, entryId }: AccessEntry) => `${at}#${entryId}`;
  return {
    enter: async (id, entry) => {
      const log = logs.get(id) ?? new Map<string, AccessEntry>();
      logs.set(id, log);
      if (!log.has(entry.entryId)) log.set(entry.entryId, structuredClone(entry));
    },
    list: async (id, { after, limit }) => {
      const log = logs.get(id) ?? new Map<string, AccessEntry>();
      const last = after === undefined ? undefined : log.get(after);
      if (after !== undefined && !last) return [];
      return [...log.values()]
        .filter((entry) => last === undefined || placeOf(entry) < placeOf(last))
        .sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1))
        .slice(0, limit)
        .map((entry) => structuredClone(entry));
    },
  };
}
