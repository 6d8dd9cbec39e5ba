import {
  type Cell,
  type Chart,
  type Column,
  SUPPRESSED,
  type Section,
  type Table,
} from '#shared/domain/programme/report';
import { cellText, holdsFigures } from '#shared/domain/report/cell-text';
import { type ReportLanguage, type Told, told } from '#shared/domain/programme/words';

/** A chart as what is drawn: names, figures and how they are written, taken from the table beside it. */
export interface Drawing {
  readonly form: Chart['form'];
  readonly series: readonly Series[];
  readonly rows: readonly DrawnRow[];
  /** Rows of the table, of which the first are drawn. */
  readonly of: number;
  /** Series there are anything of, of which the greatest are drawn. */
  readonly ofSeries: number;
}

export interface Series {
  readonly column: Column;
  readonly name: Told;
  /** Which of the patterns and colours it has, from 1. */
  readonly mark: number;
}

export interface DrawnRow {
  readonly label: string;
  /** `undefined` where there is no figure, or none that is told. */
  readonly figures: readonly (number | undefined)[];
  readonly texts: readonly string[];
}

/** Most that a picture can show and still be read. */
const MOST_ROWS = { bars: 20, stacked: 20, line: 60 } as const;

/** @returns `undefined` when there is nothing to draw: no figure but zeros, or nothing to compare with */
export function drawingOf({ table, chart }: Section, language: ReportLanguage): Drawing | undefined {
  if (!chart) return undefined;
  const shown = table.rows.slice(0, MOST_ROWS[chart.form]);
  const named = [chart.label, chart.also].flatMap((id) => (id === undefined ? [] : (columnOf(table, id) ?? [])));
  const all = partsOf(chart, table, shown);
  const columns = greatest(all, shown);
  const rows = shown.map((row) => ({
    label: nameOf(named, row, language),
    figures: columns.map(({ id }) => figureOf(row[id])),
    texts: columns.map((column) => cellText(column, row[column.id], language).text),
  }));
  if (named.length === 0 || !isWorthSeeing(chart.form, rows)) return undefined;
  const series = seriesOf(columns, language);
  return { form: chart.form, series, rows, of: table.rows.length, ofSeries: all.length };
}

/** The columns to draw; of a stack those that no row has any of are left out. */
function partsOf({ form, series }: Chart, table: Table, rows: Table['rows']): readonly Column[] {
  const columns = series.flatMap((id) => columnOf(table, id) ?? []);
  return form === 'stacked' ? columns.filter(({ id }) => rows.some((row) => isAnything(row[id]))) : columns;
}

function isAnything(cell: Cell | undefined): boolean {
  return cell === SUPPRESSED || (figureOf(cell) ?? 0) !== 0;
}

/** As many columns as can be told apart, in their order. */
function greatest(columns: readonly Column[], rows: Table['rows']): readonly Column[] {
  const sumOf = ({ id }: Column) => rows.reduce((sum, row) => sum + (figureOf(row[id]) ?? 0), 0);
  const kept = new Set(columns.toSorted((a, b) => sumOf(b) - sumOf(a)).slice(0, MOST_SERIES));
  return columns.filter((column) => kept.has(column));
}

/** A name, with what tells it apart; a bare number is told with its heading. */
function nameOf(columns: readonly Column[], row: Table['rows'][number], language: ReportLanguage): string {
  const named = columns.filter(({ id }, i) => i === 0 || (row[id] ?? null) !== null);
  return named
    .map((column) => {
      const { text } = cellText(column, row[column.id], language);
      return holdsFigures(column) ? `${told(column.heading, language).text} ${text}` : text;
    })
    .join(', ');
}

/** One bar alone, or nothing but zeros, is no picture. */
function isWorthSeeing(form: Chart['form'], rows: readonly DrawnRow[]): boolean {
  const known = rows.flatMap(({ figures }) => figures.filter((each) => each !== undefined));
  const drawn = form === 'line' ? known.length : rows.reduce((sum, { figures }) => sum + figures.length, 0);
  return drawn > 1 && known.some((figure) => figure !== 0);
}

/** A column of a light has its colour; the others take the marks in their order. */
function seriesOf(columns: readonly Column[], language: ReportLanguage): Series[] {
  const lights = columns.map(({ id }) => MARKS_OF_LIGHTS.get(id.toLowerCase()));
  const free = Array.from({ length: MOST_SERIES }, (_, i) => i + 1).filter((mark) => !lights.includes(mark));
  return columns.map((column, i) => ({
    column,
    name: told(column.heading, language),
    mark: lights[i] ?? free.shift() ?? 1,
  }));
}

const MARKS_OF_LIGHTS: ReadonlyMap<string, number> = new Map([
  ['green', 3],
  ['amber', 2],
  ['red', 6],
]);

/** As many as there are patterns to tell them apart by. */
export const MOST_SERIES = 6;

/** Least and most that the drawing has to reach; zero and, for per cents, the whole are always within. */
export function reachOf({ rows, series }: Drawing): { readonly low: number; readonly high: number } {
  const figures = rows.flatMap((row) => row.figures.filter((each) => each !== undefined));
  const whole = series.every(({ column }) => column.type === 'percent') ? 100 : 0;
  const low = Math.min(0, ...figures);
  const high = Math.max(whole, ...figures);
  return { low, high: high > low ? high : low + 1 };
}

/** Lines of at most `width` characters, at most two; what is left over ends in an ellipsis. */
export function wrapped(text: string, width: number): readonly string[] {
  const words = text.trim().split(/\s+/);
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const [first = '', second, ...rest] = lines;
  if (second === undefined) return [cut(first, width, false)];
  return [cut(first, width, false), cut(second, width, rest.length > 0)];
}

/** Items one after another, as many to a line as `width` characters hold. */
export function inLines(items: readonly string[], width: number): readonly string[] {
  return items.reduce<string[]>((lines, item) => {
    const longer = `${lines.at(-1) ?? ''} · ${item}`;
    return lines.length > 0 && longer.length <= width ? [...lines.slice(0, -1), longer] : [...lines, item];
  }, []);
}

function cut(line: string, width: number, goesOn: boolean): string {
  const signs = Array.from(line);
  if (signs.length <= width - (goesOn ? 1 : 0)) return goesOn ? `${line}…` : line;
  return `${signs.slice(0, width - 1).join('')}…`;
}

function columnOf({ columns }: Table, id: string): Column | undefined {
  return columns.find((column) => column.id === id);
}

function figureOf(cell: Cell | undefined): number | undefined {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : undefined;
}
