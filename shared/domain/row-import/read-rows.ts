import type * as z from 'zod/mini';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { rowId } from '#shared/domain/programme/fields';
import { leftOut } from '#shared/domain/programme/left-out';
import type { ImportError } from '#shared/domain/row-import/import-error';
import { idIn } from '#shared/domain/row-import/row-name';
import { type ImportedRow, type RawRow, type Reading, type Schemas, pointerOf } from '#shared/domain/row-import/rows';

/** Says in words what a schema found; never the value. */
export type Explain = (error: z.core.$ZodError, raw: unknown) => readonly FieldProblem[];

/** Holds rows against the schemas of their registers, and against each other: no id may stand twice. */
export function readRows(schemas: Schemas, raw: Reading<RawRow>, explain: Explain): Reading<ImportedRow> {
  const read = raw.rows.map((each) => readRow(schemas, each, explain));
  const rows = read.flatMap(({ row }) => row ?? []);
  return {
    rows,
    errors: [...raw.errors, ...read.flatMap(({ errors }) => errors), ...repeatedIds(rows)],
    warnings: [...raw.warnings, ...read.flatMap(({ warnings }) => warnings)],
  };
}

interface ReadRow {
  readonly row?: ImportedRow;
  readonly errors: readonly ImportError[];
  readonly warnings: readonly ImportError[];
}

function readRow(schemas: Schemas, { kind, row, pointer, raw }: RawRow, explain: Explain): ReadRow {
  const schema = schemas[kind];
  if (!schema) throw new Error(`no register is called ${kind}`);
  if (typeof raw !== 'object' || raw === null)
    return { errors: [{ row, pointer, rule: 'must be an object' }], warnings: [] };
  const told = (problems: readonly FieldProblem[]) =>
    problems.map(({ field, rule }) => ({ row, pointer: pointer + dotted(field), rule }));
  const named = idIn(kind, raw);
  const id = rowId.safeParse(named);
  const fields = schema.safeParse(raw);
  const errors = [
    ...(id.success ? [] : told(explain(id.error, named).map((each) => ({ ...each, field: 'id' })))),
    ...(fields.success ? [] : told(explain(fields.error, raw))),
  ];
  if (!id.success || !fields.success) return { errors, warnings: [] };
  if (JSON.stringify(fields.data).length > LONGEST) return { errors: [{ row, pointer, rule: TOO_LONG }], warnings: [] };
  const left = leftOut(raw, { id: id.data, ...fields.data }).map((field) => ({
    row,
    pointer: pointer + dotted(field),
    rule: 'is not a known field and is left out',
  }));
  return { row: { kind, id: id.data, fields: fields.data, row, pointer }, errors, warnings: left };
}

/** Longest row as JSON: what one item of the table holds, with room for its keys. */
const LONGEST = 200_000;
const TOO_LONG = `must be no longer than ${LONGEST} characters`;

function dotted(field: string): string {
  return field === '' ? '' : pointerOf(field.split('.'));
}

function repeatedIds(rows: readonly ImportedRow[]): readonly ImportError[] {
  const groups = Map.groupBy(rows, ({ kind, id }) => `${kind}#${id}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ row, pointer }) => ({
      row,
      pointer: `${pointer}/id`,
      rule: `stands twice in the import, first in row ${first?.row ?? 0}`,
    })),
  );
}
