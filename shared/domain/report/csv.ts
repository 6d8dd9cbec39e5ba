import type { Cell, Column, Report, Section } from '#shared/domain/programme/report';
import { type ReportLanguage, told } from '#shared/domain/programme/words';

/**
 * A report as CSV for Finnish spreadsheets: UTF-8 with a byte order mark, `;` between fields, decimal comma, RFC 4180 quotes
 * and line ends. Sections follow each other, each under its own line of column ids and with its id in the first column;
 * every line has the same number of fields. One section alone comes without that column, as a plain table.
 *
 * Figures stay figures: money in euros, per cents as 0 to 100, dates `2020-06-30`, codes as they are. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it.
 *
 * @param section id of the only section; absent: all of them
 * @returns `undefined` when there is no such section
 */
export function reportCsv(report: Report, language: ReportLanguage, section?: string): string | undefined {
  if (section !== undefined) {
    const only = report.sections.find(({ id }) => id === section);
    return only && sectionCsv(only, language);
  }
  const lines = report.sections.flatMap((each) => {
    const [heads = [], ...rows] = tableOf(each, language);
    return [['section', ...heads], ...rows.map((row) => [csvField(each.id), ...row])];
  });
  const width = Math.max(1, ...lines.map(({ length }) => length));
  return fileOf(lines.map((line) => [...line, ...Array.from({ length: width - line.length }, () => '')]));
}

/** One section as a plain table. */
export function sectionCsv(section: Section, language: ReportLanguage): string {
  return fileOf(tableOf(section, language));
}

function tableOf({ table: { columns, rows } }: Section, language: ReportLanguage): string[][] {
  const fieldsOf = (row: Record<string, Cell>) => columns.map((column) => fieldOf(column, row[column.id], language));
  return [columns.map(({ id }) => csvField(id)), ...rows.map(fieldsOf)];
}

function fieldOf({ type }: Column, cell: Cell | undefined, language: ReportLanguage): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return String(cell);
  if (typeof cell === 'number') return figure(type === 'money' ? cell / 100 : cell);
  return csvField(typeof cell === 'object' ? told(cell, language).text : cell);
}

/** Without grouping, at most four decimals. */
function figure(value: number): string {
  return String(Math.round(value * 1e4) / 1e4).replace('.', ',');
}

/** A text as a field: no formula, quoted where it has to be. */
export function csvField(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[;",\r\n\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Begins a formula in some spreadsheet, also after spaces and in full-width signs. */
const FORMULA = /^[\s\u0000-\u001F\u00A0\uFEFF]*[=+\-@\t\r\n＝＋－＠]/;

/** @param lines of fields that are quoted already */
export function fileOf(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((fields) => `${fields.join(';')}\r\n`).join('')}`;
}
