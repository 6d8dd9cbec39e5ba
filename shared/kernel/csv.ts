import { ok, refuse, type Result } from '#shared/kernel/result';

/** Something wrong with a line of a CSV file. */
export interface CsvFault {
  /** Counts from 1; of a record of several lines its first. */
  readonly line: number;
  /** In words, for people. */
  readonly rule: string;
}

export interface CsvRefused extends CsvFault {
  readonly kind: 'csv-refused';
}

/** A record: its cells, and the line it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file of which every record has a cell for every column; those that have not stand among the faults. */
export interface CsvFile {
  readonly separator: string;
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
  readonly faults: readonly CsvFault[];
}

interface Limits {
  /** Most records beside the header. */
  readonly records: number;
}

const SEPARATORS = [';', ',', '\t'];
const BYTE_ORDER_MARK = '\uFEFF';
const UNREADABLE = /[\uFFFD\0]/;
const LINE_END = /\r?\n/y;

/**
 * Reads CSV (RFC 4180) from a stranger, with or without a byte order mark, separated by whichever of `;`, `,` and the
 * tabulator stands in its first line. Empty lines are passed over.
 *
 * @returns the file, or `csv-refused` where it can not be read at all: it is no UTF-8, its separators or quotes are not
 * clear, or it is too long
 */
export function readCsv(text: string, limits: Limits): Result<CsvFile, CsvRefused> {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const unreadable = body.search(UNREADABLE);
  if (unreadable >= 0) return wrong(linesIn(body.slice(0, unreadable)) + 1, 'the file must be UTF-8');
  const separator = separatorOf(body);
  if (!separator.ok) return separator;
  const read = recordsIn(body, separator.value, limits.records + 1);
  if (!read.ok) return read;
  const [header, ...records] = read.value;
  if (!header) return wrong(1, 'the file is empty');
  return ok({ separator: separator.value, header: header.cells, ...fitting(header, records, separator.value) });
}

/** Writes CSV that {@link readCsv} reads back, every line ending with CR LF. */
export function writeCsv(records: readonly (readonly string[])[], separator = ';'): string {
  return records.map((cells) => `${cells.map(quoted).join(separator)}\r\n`).join('');
}

/** What a spreadsheet takes for a formula, or for a text it was told not to take for one. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet runs: what begins like a formula gets an apostrophe before it. */
export function safeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The words of a cell as {@link safeCell} wrote it; `undefined` for one that a spreadsheet would run. */
export function plainCell(cell: string): string | undefined {
  if (!FORMULA.test(cell)) return cell;
  return cell.startsWith("'") ? cell.slice(1) : undefined;
}

function separatorOf(body: string): Result<string, CsvRefused> {
  const [first = ''] = body.trimStart().split(/\r?\n/, 1);
  const bare = first.replaceAll(/"[^"]*"/g, '');
  const found = SEPARATORS.filter((each) => bare.includes(each));
  const [only] = found;
  if (found.length > 1) return wrong(1, 'the first line mixes separators: use one of ; , and the tabulator');
  if (only !== undefined) return ok(only);
  return /^[\w.-]*$/.test(bare) ? ok(';') : wrong(1, 'the columns must be separated by ; or , or the tabulator');
}

function recordsIn(body: string, separator: string, most: number): Result<readonly CsvRecord[], CsvRefused> {
  const records: CsvRecord[] = [];
  const plain = new RegExp(`[^"${separator}\r\n]*`, 'y');
  for (let at = 0, line = 1; at < body.length;) {
    const record = recordAt(body, at, { separator, plain });
    if (record === undefined) return wrong(line, QUOTES);
    if (record.end > at + record.ending) records.push({ line, cells: record.cells });
    if (records.length > most) return wrong(line, `TOO_MANY_LINES: a file may have at most ${most - 1} rows`);
    line += linesIn(body.slice(at, record.end));
    at = record.end;
  }
  return ok(records);
}

const QUOTES = 'quotes must stand around a whole cell and end in the same file, and be doubled inside it';

interface Form {
  readonly separator: string;
  readonly plain: RegExp;
}

interface Found {
  readonly cells: readonly string[];
  /** Where the next record begins. */
  readonly end: number;
  /** Length of the line end. */
  readonly ending: number;
}

/** The record that begins at a place; `undefined` where a cell ends otherwise than with a separator or a line. */
function recordAt(body: string, start: number, { separator, plain }: Form): Found | undefined {
  const cells: string[] = [];
  for (let at = start; ; at += separator.length) {
    const raw = matchAt(body[at] === '"' ? QUOTED : plain, body, at);
    if (raw === undefined) return undefined;
    cells.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    at += raw.length;
    if (body[at] === separator) continue;
    const ending = at === body.length ? '' : matchAt(LINE_END, body, at);
    return ending === undefined ? undefined : { cells, end: at + ending.length, ending: ending.length };
  }
}

const QUOTED = /"[^"]*(?:""[^"]*)*"/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function fitting(header: CsvRecord, records: readonly CsvRecord[], separator: string) {
  const columns = header.cells.length;
  const name = separator === '\t' ? 'the tabulator' : separator;
  return {
    records: records.filter(({ cells }) => cells.length === columns),
    faults: records
      .filter(({ cells }) => cells.length !== columns)
      .map(({ line, cells }) => ({
        line,
        rule: `has ${cells.length} cells where the first line has ${columns}; cells are separated by ${name}`,
      })),
  };
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function quoted(cell: string): string {
  return cell === '' || /[;,\t"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function wrong(line: number, rule: string) {
  return refuse({ kind: 'csv-refused', line, rule });
}
