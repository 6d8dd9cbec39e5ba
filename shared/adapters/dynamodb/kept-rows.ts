import { type StoredRow, rowOf } from '#shared/adapters/dynamodb/programme-items';
import type { Row } from '#shared/domain/programme/row';
import { type Instant, later } from '#shared/kernel/time';

/** The current rows of a kind, ordered by id. */
export interface KeptRows {
  readonly stored: readonly StoredRow[];
  /** The same list each time, so that whoever made something of it sees that nothing has changed. */
  readonly rows: readonly Row[];
  /** When the newest of them was entered. */
  readonly newestEntry: Instant | undefined;
}

export function keptRows(unordered: readonly StoredRow[]): KeptRows {
  const stored = unordered.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const newestEntry = stored.reduce<Instant | undefined>(
    (newest, { enteredAt }) => (newest === undefined ? enteredAt : later(newest, enteredAt)),
    undefined,
  );
  return { stored, rows: stored.map(rowOf), newestEntry };
}

/** How far the rows of a table had come when they were read. */
export interface Stage {
  readonly imports: number;
  readonly changes: number;
}

/** Keeps the rows of each kind in memory for as long as the table stays at the stage they were read at. */
export function makeRowKeeper() {
  const kept = new Map<string, Stage & { readonly rows: KeptRows }>();
  return {
    find: (kind: string, { imports, changes }: Stage): KeptRows | undefined => {
      const found = kept.get(kind);
      return found?.imports === imports && found.changes === changes ? found.rows : undefined;
    },
    keep: (kind: string, stage: Stage, rows: KeptRows): KeptRows => {
      kept.set(kind, { ...stage, rows });
      return rows;
    },
  };
}
