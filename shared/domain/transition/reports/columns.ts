import type { Cell, Column, ColumnType, Section, Table } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { Texts } from '#shared/domain/programme/words';
import { type CalendarDate, earlier, helsinkiDay } from '#shared/kernel/time';

/** Heading in Finnish and in Swedish. */
type Heading = readonly [fi: string, sv: string];

export function column(id: string, type: Exclude<ColumnType, 'code'>, [fi, sv]: Heading): Column {
  return { id, type, heading: { fi, sv } };
}

export function codeColumn(id: string, [fi, sv]: Heading, codes: Readonly<Record<string, Texts>>): Column {
  return { id, type: 'code', heading: { fi, sv }, codes };
}

/** A section with its table and, where it is given, a chart of some of its columns. */
export function sectionOf(
  [id, fi, sv]: readonly [id: string, ...Heading],
  table: Table,
  more: Pick<Section, 'notes' | 'chart'> = {},
): Section {
  return { id, heading: { fi, sv }, ...more, table };
}

/** A part of a whole in per cent with one decimal; not known where there is no whole. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
}

/** What is known, or that it is not. */
export function orNull(value: Cell | undefined): Cell {
  return value ?? null;
}

/** The day whose names and authorities a report tells: the last of its period, or the day it is due where that comes first. */
export function dayOf({ to, dueAt }: ReportRequest): CalendarDate {
  return earlier(to, helsinkiDay(dueAt));
}
