import * as z from 'zod/mini';
import { type ImportedChoice, importedChoice } from '#shared/domain/consent/imported-choice';
import type { ImportError } from '#shared/domain/row-import/import-error';
import type { Explain } from '#shared/domain/row-import/read-rows';
import { pointerOf } from '#shared/domain/row-import/rows';
import { parseJson } from '#shared/kernel/json';
import type { Instant } from '#shared/kernel/time';

/** Most rows of one import: each is several writes, and the gateway gives up at 29 seconds. */
export const MOST_CHOICES = 1000;

/** A row with its place in the import, from 0. */
export interface ChoiceRow {
  readonly choice: ImportedChoice;
  readonly row: number;
  readonly pointer: string;
}

interface ReadChoices {
  readonly rows: readonly ChoiceRow[];
  readonly errors: readonly ImportError[];
}

const body = z.strictObject({ rows: z.array(z.unknown()) });

/** Reads the rows of an import: every one that is wrong is told by row, field and rule, never by its value. */
export function readChoices(
  text: string,
  { explain, now }: { readonly explain: Explain; readonly now: Instant },
): ReadChoices {
  const wrong = (rule: string): ReadChoices => ({ rows: [], errors: [{ row: 0, pointer: '', rule }] });
  const json = parseJson(text);
  if (!json.ok) return wrong(json.refusal.rule);
  const listed = body.safeParse(json.value);
  if (!listed.success) return wrong('must be an object with a list named rows');
  const { rows: all } = listed.data;
  if (all.length > MOST_CHOICES) return wrong(`an import may have at most ${MOST_CHOICES} rows: split it into several`);
  const read = all.map((raw, row) => readRow(raw, { row, explain, now }));
  const rows = read.flatMap(({ choice }) => choice ?? []);
  return { rows, errors: [...read.flatMap(({ errors }) => errors), ...repeated(rows)] };
}

interface RowReading {
  readonly row: number;
  readonly explain: Explain;
  readonly now: Instant;
}

function readRow(
  raw: unknown,
  { row, explain, now }: RowReading,
): { readonly choice?: ChoiceRow; readonly errors: readonly ImportError[] } {
  const pointer = pointerOf(['rows', row]);
  const read = importedChoice.safeParse(raw);
  if (!read.success) {
    const at = (field: string) => (field === '' ? pointer : pointer + pointerOf(field.split('.')));
    return { errors: explain(read.error, raw).map(({ field, rule }) => ({ row, pointer: at(field), rule })) };
  }
  if (read.data.givenAt > now)
    return { errors: [{ row, pointer: `${pointer}/givenAt`, rule: 'must not be in the future' }] };
  return { choice: { choice: read.data, row, pointer }, errors: [] };
}

function repeated(rows: readonly ChoiceRow[]): readonly ImportError[] {
  const groups = Map.groupBy(rows, ({ choice }) => choice.id);
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ row, pointer }) => ({
      row,
      pointer: `${pointer}/id`,
      rule: `stands twice in the import, first in row ${first?.row ?? 0}`,
    })),
  );
}
