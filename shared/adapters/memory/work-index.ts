import type { MemoryTables, Row, Rows, Wakeable } from '#shared/adapters/memory/tables';
import { attachmentId, messageId, recipientId } from '#shared/domain/message/ids';
import { type Instant, earlier } from '#shared/kernel/time';
import type { Owing, OwingItem, WakeEntry, WorkIndex } from '#shared/ports/work-index';

/** Entries read at a time. */
const PAGE = 100;

/** The wake index over the maps of the other adapters. For tests; passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryWorkIndex(tables: MemoryTables): WorkIndex {
  const parts = new Map([
    ['message', partOf(tables.messages, ({ messageId: id }) => ({ type: 'message', messageId: messageId.parse(id) }))],
    ['delivery', partOf(tables.deliveries, (delivery) => ({ type: 'delivery', delivery }))],
    [
      'attachment',
      partOf(tables.attachments, ({ attachmentId: id }) => ({
        type: 'attachment',
        attachmentId: attachmentId.parse(id),
      })),
    ],
    [
      'recipient',
      partOf(tables.gates, ({ recipientId: id }) => ({ type: 'recipient', recipientId: recipientId.parse(id) })),
    ],
    ['erasure', partOf(tables.erasures, ({ recipientId: id }) => ownData(id, 'erasure'))],
    ['access-log', partOf(tables.logYears, ({ recipientId: id }) => ownData(id, 'access-log'))],
    ['outage', partOf(tables.outages, ({ outageId }) => ({ type: 'outage', outageId }))],
  ]);

  function entries(): WakeEntry[] {
    const all = [...parts].flatMap(([kind, part]) =>
      part.entries().map(({ id, wakeAt }) => ({ item: `${kind}/${id}`, wakeAt })),
    );
    return all.sort((a, b) => (a.wakeAt < b.wakeAt ? -1 : 1));
  }

  return {
    async *due(until) {
      const due = entries().filter(({ wakeAt }) => wakeAt <= until);
      for (let start = 0; start < due.length; start += PAGE) yield due.slice(start, start + PAGE);
    },

    page: async (until, { after = '0', limit }) => {
      if (!/^\d{1,9}$/.test(after)) return undefined;
      const due = entries().filter(({ wakeAt }) => wakeAt <= until);
      const end = Number(after) + limit;
      return { entries: due.slice(Number(after), end), next: end < due.length ? String(end) : undefined };
    },

    earliest: async () =>
      entries()
        .map(({ wakeAt }) => wakeAt)
        .reduce<Instant | undefined>((a, b) => (a ? earlier(a, b) : b), undefined),

    read: async ({ item }) => {
      const [kind = '', id = ''] = item.split('/');
      return parts.get(kind)?.read(id);
    },

    move: async ({ item, wakeAt: seen }, to) => {
      const [kind = '', id = ''] = item.split('/');
      return parts.get(kind)?.move(id, seen, to) ?? false;
    },
  };
}

function ownData(id: string, of: 'erasure' | 'access-log'): OwingItem {
  return { type: 'own-data', recipientId: recipientId.parse(id), of };
}

/** One kind of thing in the index. */
interface Part {
  entries(): { readonly id: string; readonly wakeAt: Instant }[];
  read(id: string): Owing | undefined;
  move(id: string, seen: Instant, to: Pick<Wakeable, 'wakeAt'> & { readonly tries: number }): boolean;
}

function partOf<T extends Wakeable>(rows: Rows<T>, describe: (value: T) => OwingItem): Part {
  return {
    entries: () => [...rows].flatMap(([id, { value }]) => (value.wakeAt ? [{ id, wakeAt: value.wakeAt }] : [])),
    read: (id) => {
      const row = rows.get(id);
      return row?.value.wakeAt && { item: describe(structuredClone(row.value)), tries: row.tries };
    },
    move: (id, seen, to) => {
      const row = rows.get(id);
      if (!row || row.value.wakeAt !== seen) return false;
      rows.set(id, moved(row, to));
      return true;
    },
  };
}

/** What leaves the index forgets its tries. */
function moved<T extends Wakeable>(
  { value }: Row<T>,
  { wakeAt, tries }: Pick<Wakeable, 'wakeAt'> & { readonly tries: number },
): Row<T> {
  return { value: { ...value, wakeAt }, tries: wakeAt === undefined ? 0 : tries };
}
