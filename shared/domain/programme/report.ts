import * as z from 'zod/mini';
import { texts } from '#shared/domain/programme/words';
import { calendarDate, instant } from '#shared/kernel/time';

/** Reports of the programme (domain.md 4.3). */
export const reportKind = z.enum(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10', 'R11', 'R12', 'R13']);
export type ReportKind = z.infer<typeof reportKind>;

/** What a column holds, which decides how its cells are written and aligned. */
export const columnType = z.enum([
  /** Words as they are, in whatever language they were entered. */
  'text',
  /** Words in several languages. */
  'texts',
  /** A code of a code list, named by the column's `codes`. */
  'code',
  'number',
  /** 0 to 100, with one decimal where it has one. */
  'percent',
  /** Whole cents. */
  'money',
  'date',
  /** `2020`, `2020-07`, `2020-W27`, `2020-Q3` or `2020-H1`, read in words. */
  'period',
  'boolean',
  'link',
]);
export type ColumnType = z.infer<typeof columnType>;

export const column = z.object({
  /** Name of the column in CSV and JSON, camelCase. */
  id: z.string(),
  heading: texts,
  type: columnType,
  /** What the codes of a `code` column mean; one that is missing is shown as it stands. */
  codes: z.optional(z.record(z.string(), texts)),
  /** Left out of pages, where there is no room for it: CSV and JSON have it. */
  aside: z.optional(z.boolean()),
});
export type Column = z.infer<typeof column>;

/** `null`: not known. A number that was left out because it is too small to tell is `SUPPRESSED`. */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), texts]);
export type Cell = z.infer<typeof cell>;

/** Stands where a count of people is below the limit of suppression. */
export const SUPPRESSED = '<5';

/** Every row has a cell for every column. */
export const table = z.object({ columns: z.array(column), rows: z.array(z.record(z.string(), cell)) });
export type Table = z.infer<typeof table>;

/**
 * A picture of columns of the table beside it, so that nothing is shown that cannot be read. `bars`: a bar for each row;
 * `stacked`: a bar for each row, a part for each series; `line`: rows from left to right.
 */
export const chart = z.object({
  form: z.enum(['bars', 'stacked', 'line']),
  /** Column that names each row. */
  label: z.string(),
  /** Column that tells apart rows of the same name. */
  also: z.optional(z.string()),
  /** Columns of type number, percent or money. */
  series: z.array(z.string()),
});
export type Chart = z.infer<typeof chart>;

export const section = z.object({
  /** Name in CSV and JSON, camelCase. */
  id: z.string(),
  heading: texts,
  /** Paragraphs before the table. */
  notes: z.optional(z.array(texts)),
  table,
  chart: z.optional(chart),
});
export type Section = z.infer<typeof section>;

/** Who may read a report, and who gets a mail about it. */
export const receiver = z.discriminatedUnion('type', [
  z.object({ type: z.literal('public') }),
  z.object({ type: z.literal('ministry') }),
  z.object({ type: z.literal('steering-group') }),
  z.object({ type: z.literal('national-developer') }),
  /** The coordinators of the regions. */
  z.object({ type: z.literal('coordinators') }),
  /** One organisation of the programme: an authority, or the ministry of a branch. */
  z.object({ type: z.literal('organisation'), organisationId: z.string() }),
]);
export type Receiver = z.infer<typeof receiver>;

/** What a report says, without when and to whom. Nothing personal ever stands in one. */
export const reportContent = z.object({
  title: texts,
  /** One or two sentences; they stand in the mail too. */
  summary: texts,
  sections: z.array(section),
});
export type ReportContent = z.infer<typeof reportContent>;

/** A report of a period as it is kept: made once, never changed. */
export const report = z.object({
  /** `R1-2020-07`, `R2-2020-W27-vero`: kind, period and, for one authority's own, its id. */
  id: z.string(),
  kind: reportKind,
  /** `2020-07`, `2020-W27`, `2020-Q3`, `2020-H1`, `2020`, or a day. */
  period: z.string(),
  /** Last day the figures cover. */
  asOf: calendarDate,
  /** The moment it was due, whenever it was made: a repeat gives the same bytes. */
  createdAt: instant,
  receivers: z.array(receiver),
  ...reportContent.shape,
});
export type Report = z.infer<typeof report>;
