import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { csvRows } from '#shared/domain/row-import/csv-rows';
import { type ImportError, toldErrors } from '#shared/domain/row-import/import-error';
import { jsonRows } from '#shared/domain/row-import/json-rows';
import { type Books, ownerName } from '#shared/domain/row-import/ownership';
import { type Explain, readRows } from '#shared/domain/row-import/read-rows';
import { type NamesIn, type RowName, unknownNames } from '#shared/domain/row-import/references';
import { type ImportedRow, type Schemas, unread } from '#shared/domain/row-import/rows';
import { type RecordBook, makeRecordBook } from '#shared/flow/programme/record-book';
import type { Clock, Instant } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

export interface ImportPorts {
  readonly rows: ProgrammeRows;
  readonly ids: Ids;
  readonly clock: Clock;
}

export interface JudgedRows {
  readonly rows: readonly ImportedRow[];
  readonly errors: readonly ImportError[];
  readonly warnings: readonly ImportError[];
}

/** Who enters rows, and when. */
export interface Entry {
  readonly role: ProgrammeRole;
  readonly at: Instant;
}

/** Registers that rows are imported into, and the rules they have of their own. */
export interface Registers {
  readonly schemas: Schemas;
  /** What names what. */
  readonly namesIn: NamesIn;
  /** Rows that somebody may not enter. */
  readonly foreign: (role: ProgrammeRole, rows: readonly ImportedRow[], books: Books) => readonly ImportError[];
  /** What a schema can not tell: what is wrong with rows, and the rows with what follows from their fields. */
  readonly judge: (rows: readonly ImportedRow[], entry: Entry) => Promise<JudgedRows>;
  /** Says in words what a schema found. */
  readonly explain: Explain;
}

/** What is to be imported. */
export type ImportSource =
  | { readonly form: 'json'; readonly text: string }
  /** CSV holds the rows of one register. */
  | { readonly form: 'csv'; readonly text: string; readonly kind: string };

export interface ImportResult {
  /** Rows entered, or that would be: all, or none where anything is wrong. */
  readonly accepted: number;
  readonly errors: readonly ImportError[];
  /** Keep nothing out. */
  readonly warnings: readonly ImportError[];
}

interface Asked {
  readonly source: ImportSource;
  readonly role: ProgrammeRole;
  /** Only looks: nothing is entered. */
  readonly dryRun: boolean;
}

/**
 * Enters many rows at once, all or none. Everything that is wrong is told, by row and rule, and then nothing is entered; a row
 * takes the place of the one with its id.
 */
export function makeImportRows({ rows, ids, clock }: ImportPorts, registers: Registers) {
  return async ({ source, role, dryRun }: Asked): Promise<ImportResult> => {
    const raw = rawRows(registers.schemas, source);
    const read = readRows(registers.schemas, raw, registers.explain);
    const now = clock();
    const book = makeRecordBook(rows);
    await lookUp(book, read.rows, registers.namesIn);
    const fields = new Map(read.rows.map((row) => [keyOf(row), row.fields]));
    const imported = (name: RowName) => fields.get(keyOf(name));
    const claimed = new Set(raw.rows.map((row) => keyOf({ kind: row.kind, id: idIn(row.raw) })));
    const isKnown = (name: RowName) => claimed.has(keyOf(name)) || book.find(name) !== undefined;
    const foreign = registers.foreign(role, read.rows, { onRecord: book.find, imported });
    const judged = await registers.judge(allBut(foreign, read.rows), { role, at: now });
    const errors = [
      ...read.errors,
      ...foreign,
      ...unknownNames(registers.namesIn, read.rows, isKnown),
      ...judged.errors,
    ];
    const warnings = toldErrors([...read.warnings, ...judged.warnings]);
    if (errors.length > 0) return { accepted: 0, errors: toldErrors(errors), warnings };
    if (!dryRun && judged.rows.length > 0)
      await rows.putAll(
        ids.attempt(),
        judged.rows.map(({ kind, id, fields }) => ({ kind, id, fields })),
        now,
      );
    return { accepted: read.rows.length, errors: [], warnings };
  };
}

/** What is another's is not held against any rule: the answer would tell of it. */
function allBut(foreign: readonly ImportError[], rows: readonly ImportedRow[]): readonly ImportedRow[] {
  const places = new Set(foreign.map(placeOf));
  return rows.filter((each) => !places.has(placeOf(each)));
}

function placeOf({ row, pointer }: Pick<ImportedRow, 'row' | 'pointer'>): string {
  return `${row} ${pointer}`;
}

function keyOf({ kind, id }: RowName): string {
  return `${kind}#${id}`;
}

/** A row that is wrong is there all the same for those who name it. */
function idIn(raw: unknown): string {
  return typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? raw.id : '';
}

function rawRows(schemas: Schemas, source: ImportSource) {
  if (source.form === 'json') return jsonRows(schemas, source.text);
  const schema = schemas[source.kind];
  return schema ? csvRows({ kind: source.kind, schema }, source.text) : unread(1, 'is of no known register');
}

/** Looks up the rows themselves, what they name, and whose they are. */
async function lookUp(book: RecordBook, rows: readonly ImportedRow[], namesIn: NamesIn): Promise<void> {
  let found = await book.look(rows.flatMap((row) => [row, ...namesIn(row)]));
  while (found.length > 0)
    found = await book.look(found.flatMap((row) => ownerName({ kind: row.kind, fields: row }) ?? []));
}
