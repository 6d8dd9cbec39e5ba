import { registerNamed } from '#shared/domain/row-import/row-name';
import { MOST_ROWS, type RawRow, type Reading, type Schemas, pointerOf, unread } from '#shared/domain/row-import/rows';
import { parseJson } from '#shared/kernel/json';

/** Reads rows from JSON: an object with a list of rows for each register. */
export function jsonRows(schemas: Schemas, text: string): Reading<RawRow> {
  const json = parseJson(text);
  if (!json.ok) return unread(0, json.refusal.rule);
  const body = json.value;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return unread(0, 'must be an object with a list of rows for each register');
  const lists = Object.entries(body).map(([name, list]) => listOf(schemas, name, list));
  const rows = lists.flatMap((each) => each.rows);
  if (rows.length > MOST_ROWS) return unread(MOST_ROWS, `TOO_MANY_LINES: an import may have at most ${MOST_ROWS} rows`);
  return { rows, errors: lists.flatMap(({ errors }) => errors), warnings: [] };
}

function listOf(schemas: Schemas, name: string, list: unknown): Reading<RawRow> {
  const pointer = pointerOf([name]);
  const wrong = (rule: string) => ({ rows: [], errors: [{ row: 0, pointer, rule }], warnings: [] });
  const known = Object.keys(schemas);
  const kind = registerNamed(known, name);
  if (kind === undefined) return wrong(`is not a known register; known are ${known.join(', ')}`);
  if (!Array.isArray(list)) return wrong('must be a list of rows');
  const rows = list.map((raw: unknown, row) => ({ kind, row, pointer: `${pointer}/${row}`, raw }));
  return { rows, errors: [], warnings: [] };
}
