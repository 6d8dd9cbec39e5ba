import type { Row } from '#shared/domain/programme/row';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

interface RowName {
  readonly kind: string;
  readonly id: string;
}

/** Rows on record that were looked up, to be asked for again and again. */
export interface RecordBook {
  /** Looks up those that were not yet. @returns the rows that are there and were not known before */
  readonly look: (names: readonly RowName[]) => Promise<readonly (Row & RowName)[]>;
  /** A row that was looked up. */
  readonly find: (name: RowName) => Row | undefined;
}

/** More names than this of one register are found by reading it whole. */
const FEW = 50;

export function makeRecordBook(rows: Pick<ProgrammeRows, 'read' | 'list'>): RecordBook {
  const known = new Map<string, Row | undefined>();
  const whole = new Set<string>();
  const keyOf = ({ kind, id }: RowName) => `${kind}#${id}`;

  return {
    find: (name) => known.get(keyOf(name)),

    look: async (names) => {
      const fresh = [...new Map(names.map((name) => [keyOf(name), name])).values()].filter(
        (name) => !known.has(keyOf(name)) && !whole.has(name.kind),
      );
      for (const [kind, group] of Map.groupBy(fresh, (name) => name.kind)) {
        if (group.length > FEW) await readWhole(kind);
        else await Promise.all(group.map(readOne));
      }
      return fresh.flatMap((name) => {
        const row = known.get(keyOf(name));
        return row ? [{ ...row, kind: name.kind }] : [];
      });
    },
  };

  async function readOne(name: RowName): Promise<void> {
    known.set(keyOf(name), await rows.read(name.kind, name.id));
  }

  async function readWhole(kind: string): Promise<void> {
    whole.add(kind);
    for (const row of await everyRow(rows, kind)) known.set(keyOf({ kind, id: row.id }), row);
  }
}

/** Every row of a register. */
export async function everyRow(rows: Pick<ProgrammeRows, 'list'>, kind: string): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (let after: string | undefined; ;) {
    const page = await rows.list(kind, after);
    all.push(...page.rows);
    after = page.next;
    if (after === undefined) return all;
  }
}
