import type * as z from 'zod/mini';
import { type Column, cellValue, columnOf, isNumber } from '#shared/domain/row-import/columns';
import type { ImportError } from '#shared/domain/row-import/import-error';
import { isKnownByFields } from '#shared/domain/row-import/row-name';
import { MOST_ROWS, type RawRow, type Reading, pointerOf, unread } from '#shared/domain/row-import/rows';
import { type CsvRecord, plainCell, readCsv } from '#shared/kernel/csv';

interface Register {
  readonly kind: string;
  readonly schema: z.ZodMiniType<object>;
}

/** Reads the rows of one register from CSV, whose columns are named by dotted paths and whose empty cells say nothing. */
export function csvRows({ kind, schema }: Register, text: string): Reading<RawRow> {
  const file = readCsv(text, { records: MOST_ROWS });
  if (!file.ok) return unread(file.refusal.line, file.refusal.rule);
  const { header, records, faults } = file.value;
  const names = header.map((name) => name.trim());
  const repeated = names.filter((name, at) => name !== '' && names.indexOf(name) < at);
  const columns = names.map((name) => columnOf(schema, name));
  const read = records.filter(({ cells }) => cells.some((cell) => cell !== '')).map((each) => rowOf(each, columns));
  return {
    rows: read.map(({ row, raw }) => ({ kind, row, pointer: '', raw })),
    errors: [
      ...repeated.map((name) => ({
        row: 1,
        pointer: pointerOf(name.split('.')),
        rule: 'stands twice in the first line',
      })),
      ...(names.includes('id') || isKnownByFields(kind)
        ? []
        : [{ row: 1, pointer: '/id', rule: 'is a column that must be there' }]),
      ...faults.map(({ line, rule }) => ({ row: line, pointer: '', rule })),
      ...read.flatMap(({ errors }) => errors),
    ],
    warnings: names.flatMap((name, at) => (columns[at] ? [] : [unknownColumn(name)])),
  };
}

function unknownColumn(name: string): ImportError {
  return { row: 1, pointer: pointerOf(name.split('.')), rule: 'is not a known column and is left out' };
}

interface ReadCell {
  readonly path: Column['path'];
  readonly value: unknown;
}

function rowOf({ line, cells }: CsvRecord, columns: readonly (Column | undefined)[]) {
  const errors: ImportError[] = [];
  const values = columns.flatMap((column, at): ReadCell[] => {
    const cell = cells[at] ?? '';
    if (!column || cell === '') return [];
    const plain = isNumber(column.forms) && cell.startsWith('-') ? cell : plainCell(cell);
    if (plain === undefined) errors.push({ row: line, pointer: pointerOf(column.path), rule: FORMULA });
    return [{ path: column.path, value: cellValue(column.forms, plain ?? cell) }];
  });
  return { row: line, errors, raw: nest(values) };
}

const FORMULA = 'FORMULA: begins like a formula of a spreadsheet; put an apostrophe before words that are none';

/** The object, or the list, that cells make by their paths. */
function nest(cells: readonly ReadCell[]): unknown {
  const byStep = Map.groupBy(cells, ({ path }) => path[0] ?? '');
  const members = [...byStep].map(([step, group]) => [step, memberOf(group)] as const);
  if (!members.some(([step]) => typeof step === 'number')) return Object.fromEntries(members);
  const length = Math.max(...members.map(([step]) => Number(step))) + 1;
  return Array.from({ length }, (_, place) => members.find(([step]) => step === place)?.[1]);
}

function memberOf(group: readonly ReadCell[]): unknown {
  const [first] = group;
  if (first?.path.length === 1) return first.value;
  return nest(group.map(({ path, value }) => ({ path: path.slice(1), value })));
}
