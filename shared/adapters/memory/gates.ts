import { type MemoryTables, type Rows, readRow, writeRow } from '#shared/adapters/memory/tables';
import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import type { Gate } from '#shared/domain/consent/gate';
import type { RecipientId } from '#shared/domain/message/ids';
import { ok, refuse } from '#shared/kernel/result';
import type { Gates } from '#shared/ports/mailboxes';

const MOVED = refuse({ kind: 'gate-moved' });

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryGates({ gates, consents }: Pick<MemoryTables, 'gates' | 'consents'>): Gates {
  return {
    read: async (id) => readRow(gates, id),

    change: async (before, after) => {
      const stored = readRow(gates, after.recipientId);
      if (stored?.version !== before?.version) return stored?.attempt === after.attempt ? ok(stored) : MOVED;
      if (stored && before) choose(gates, stored, { before, after });
      else writeRow(gates, after.recipientId, after);
      return ok(after);
    },

    admit: async ({ recipientId, version }, delivery, arrival) => {
      const stored = readRow(gates, recipientId);
      if (stored?.version !== version) return MOVED;
      replace(gates, stored, { arrivals: { ...stored.arrivals, [delivery]: arrival } });
      return ok(undefined);
    },

    settle: async (id, delivery) => {
      const stored = present(gates, id);
      replace(gates, stored, { arrivals: without(stored.arrivals, delivery) });
      return present(gates, id);
    },

    ...makeOwedNotices(gates),

    register: async (id, record) => {
      const records = consents.get(id) ?? new Map<number, ConsentRecord>();
      consents.set(id, records.set(record.version, structuredClone(record)));
    },

    registered: async (id, { before = Number.POSITIVE_INFINITY, limit }) => {
      const records = [...(consents.get(id)?.values() ?? [])].filter(({ version }) => version > 0 && version < before);
      return structuredClone(records.toSorted((a, b) => b.version - a.version).slice(0, limit));
    },
  };
}

function makeOwedNotices(gates: Rows<Gate>): Pick<Gates, 'claimOwed' | 'releaseOwed' | 'dropOwed'> {
  return {
    claimOwed: async (id, { name, notice }, claim) => {
      const stored = readRow(gates, id);
      const owed = stored?.owed[name];
      if (!stored || !owed || !('to' in owed)) return MOVED;
      if (owed.claim?.attempt !== notice.claim?.attempt)
        return owed.claim?.attempt === claim.attempt ? ok(undefined) : MOVED;
      replace(gates, stored, { owed: { ...stored.owed, [name]: { ...owed, claim } } });
      return ok(undefined);
    },

    releaseOwed: async (id, { name, notice }, claim) => {
      const stored = present(gates, id);
      const owed = stored.owed[name];
      if (!owed || !('to' in owed) || owed.claim?.attempt !== claim.attempt) return;
      replace(gates, stored, { owed: { ...stored.owed, [name]: { ...owed, claim: notice.claim } } });
    },

    dropOwed: async (id, name) => {
      const stored = present(gates, id);
      const owed = without(stored.owed, name);
      if (Object.keys(owed).length > 0) replace(gates, stored, { owed });
      else writeRow(gates, id, { ...stored, owed, wakeAt: undefined });
    },
  };
}

/** Everything a choice can change. New notices enter the wake index; arrivals and what else is owed stay as they are. */
function choose(gates: Rows<Gate>, stored: Gate, { before, after }: { before: Gate; after: Gate }): void {
  const { arrivals, owed, wakeAt, recipientId } = stored;
  const added = Object.entries(after.owed).filter(([name]) => !(name in before.owed));
  const isNew = added.length > 0;
  const tries = isNew && after.wakeAt !== undefined ? 0 : (gates.get(recipientId)?.tries ?? 0);
  const value = {
    ...after,
    arrivals,
    owed: { ...owed, ...Object.fromEntries(added) },
    wakeAt: isNew ? after.wakeAt : wakeAt,
  };
  gates.set(recipientId, { value: structuredClone(value), tries });
}

function replace(gates: Rows<Gate>, stored: Gate, part: Partial<Gate>): void {
  const tries = part.wakeAt === undefined ? (gates.get(stored.recipientId)?.tries ?? 0) : 0;
  gates.set(stored.recipientId, { value: structuredClone({ ...stored, ...part }), tries });
}

function present(gates: Rows<Gate>, id: RecipientId): Gate {
  const stored = readRow(gates, id);
  if (!stored) throw new Error('a gate that is not there can not be written to');
  return stored;
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== name));
}
