import { type MemoryTables, writeRow } from '#shared/adapters/memory/tables';
import type { AccessEntry } from '#shared/domain/access/access-entry';
import { yearOfLog } from '#shared/domain/access/log-year';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';
import type { AccessLog } from '#shared/ports/access-log';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryAccessLog({ logYears }: Pick<MemoryTables, 'logYears'>): AccessLog {
  const logs = new Map<string, Map<string, AccessEntry>>();
  const placeOf = ({ at, entryId }: AccessEntry) => `${at}#${entryId}`;
  const logOf = (id: string) => {
    const log = logs.get(id) ?? new Map<string, AccessEntry>();
    logs.set(id, log);
    return log;
  };
  const owe = (recipientId: RecipientId, at: Instant) => {
    const { over, endsAt } = yearOfLog(at);
    writeRow(logYears, `${recipientId}#${over}`, { recipientId, over, wakeAt: endsAt });
  };
  return {
    owe: async (id, at) => {
      owe(id, at);
    },
    enter: async (id, entry) => {
      const log = logOf(id);
      owe(id, log.get(entry.entryId)?.at ?? entry.at);
      if (!log.has(entry.entryId)) log.set(entry.entryId, structuredClone(entry));
    },
    list: async (id, { after, limit }) => {
      const log = logOf(id);
      const last = after === undefined ? undefined : log.get(after);
      if (after !== undefined && !last) return [];
      return [...log.values()]
        .filter((entry) => last === undefined || placeOf(entry) < placeOf(last))
        .sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1))
        .slice(0, limit)
        .map((entry) => structuredClone(entry));
    },
    before: async (id, moment, { after, limit }) =>
      [...logOf(id).values()]
        .filter((entry) => entry.at < moment && (after === undefined || placeOf(entry) > placeOf(after)))
        .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
        .slice(0, limit)
        .map((entry) => structuredClone(entry)),
    remove: async (id, entries) => {
      for (const { entryId } of entries) logOf(id).delete(entryId);
    },
    lookAgain: async (id, over, at) => {
      for (const [name, { value }] of [...logYears])
        if (value.recipientId === id && value.over <= over)
          if (at === undefined) logYears.delete(name);
          else writeRow(logYears, name, { ...value, wakeAt: at });
    },
  };
}
