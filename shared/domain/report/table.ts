import type { Cell, Column, Section } from '#shared/domain/programme/report';
import type { ReportLanguage } from '#shared/domain/programme/words';
import { cellText, holdsFigures, meaningOf } from '#shared/domain/report/cell-text';
import { word } from '#shared/domain/report/page-words';
import { said } from '#shared/domain/programme/said';
import { numberText } from '#shared/kernel/formats';
import { type Markup, html, sizeOf } from '#shared/kernel/markup';

export interface TableMarkup {
  readonly markup: Markup;
  /** Bytes of its rows. */
  readonly size: number;
}

interface TableParts {
  readonly language: ReportLanguage;
  /** Of the heading it stands under, which names it. */
  readonly id: string;
  /** Bytes its rows may take; the first row is there whatever it takes. */
  readonly room: number;
}

/** The table of a section, in a region of its own that scrolls where the screen is narrow. */
export function tableOf(section: Section, { language, id, room }: TableParts): TableMarkup {
  const { rows } = section.table;
  const columns = columnsOf(section);
  if (rows.length === 0) return { markup: html`<p class="none">${word('noRows', language)}</p>`, size: 0 };
  const { shown, size } = firstRows(rows, { room, write: (row) => rowOf(columns, row, language) });
  const heads = columns.map(
    (column, i) =>
      html`<th scope="col" ${standsRight(column, i) ? html` class="n"` : undefined}>
        ${said(column.heading, language)}
      </th>`,
  );
  const named = `${id} ${id}-c`;
  const markup = html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${named}">
      <table aria-labelledby="${named}" ${columns.length > MANY ? html` class="many"` : undefined}>
        <caption id="${id}-c">
          ${captionOf(rows.length, language)}
        </caption>
        <thead>
          <tr>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${shown}
        </tbody>
      </table>
    </div>
    ${
      shown.length < rows.length
        ? html`<p class="more">
            ${word('moreRows', language, { n: numberText(shown.length), of: numberText(rows.length) })}
          </p>`
        : undefined
    }`;
  return { markup, size };
}

function captionOf(rows: number, language: ReportLanguage): string {
  return rows === 1 ? word('oneRow', language) : word('rows', language, { n: numberText(rows) });
}

/** Figures stand under each other; in the first column they are names of rows and stand as those do. */
function standsRight(column: Column, index: number): boolean {
  return index > 0 && holdsFigures(column);
}

/** Columns from which on a table is set close. */
const MANY = 7;

/** The columns a page shows. */
export function columnsOf({ table }: Section): readonly Column[] {
  return table.columns.filter(({ aside }) => aside !== true);
}

type TableRow = Readonly<Record<string, Cell>>;

function firstRows(
  rows: readonly TableRow[],
  { room, write }: { readonly room: number; readonly write: (row: TableRow) => Markup },
): { shown: readonly Markup[]; size: number } {
  const shown: Markup[] = [];
  let size = 0;
  for (const row of rows) {
    const markup = write(row);
    const longer = size + sizeOf(markup);
    if (shown.length > 0 && longer > room) break;
    shown.push(markup);
    size = longer;
  }
  return { shown, size };
}

function rowOf(columns: readonly Column[], row: TableRow, language: ReportLanguage): Markup {
  const cells = columns.map((column, i) => {
    const content = cellMarkup(column, row[column.id], language);
    if (i === 0) return html`<th scope="row">${content}</th>`;
    return standsRight(column, i) ? html`<td class="n">${content}</td>` : html`<td>${content}</td>`;
  });
  return html`<tr>
    ${cells}
  </tr>`;
}

function cellMarkup(column: Column, cell: Cell | undefined, language: ReportLanguage): Markup {
  if (cell === null || cell === undefined)
    return html`<span aria-hidden="true">–</span><span class="ear">${word('unknown', language)}</span>`;
  if (typeof cell === 'object') return said(cell, language);
  if (typeof cell === 'string' && column.type === 'link') return linkTo(cell);
  if (typeof cell === 'string' && column.type === 'code') return codeMarkup(column, cell, language);
  return html`${cellText(column, cell, language).text}`;
}

function codeMarkup(column: Column, code: string, language: ReportLanguage): Markup {
  const meaning = meaningOf(column, code);
  const content = meaning ? said(meaning, language) : html`${code}`;
  const light = LIGHTS.find((each) => each === code);
  return light ? html`<span class="light ${light.toLowerCase()}">${content}</span>` : content;
}

/** States that have a colour; their words are there too. */
const LIGHTS = ['RED', 'AMBER', 'GREEN'] as const;

/** Only what leads to the web is a link; its text is where it leads. */
export function linkTo(address: string): Markup {
  const [, host, path = ''] = /^https?:\/\/([^/?#\s"'<>\\]+)(\S*)$/i.exec(address) ?? [];
  if (host === undefined) return html`${address}`;
  return html`<a href="${address}">${host}${path.length > 1 ? '/…' : ''}</a>`;
}
