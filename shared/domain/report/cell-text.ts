import type { Cell, Column } from '#shared/domain/programme/report';
import { periodText } from '#shared/domain/programme/period-words';
import { type ReportLanguage, type Texts, type Told, told } from '#shared/domain/programme/words';
import { word } from '#shared/domain/report/page-words';
import { dateText, moneyText, numberText, percentText } from '#shared/kernel/formats';

/** A cell as it is read, in Finland's formats; one that is not known is a dash. */
export function cellText(column: Column, cell: Cell | undefined, language: ReportLanguage): Told {
  if (cell === null || cell === undefined) return { text: '–' };
  if (typeof cell === 'object') return told(cell, language);
  if (typeof cell === 'boolean') return { text: word(cell ? 'yes' : 'no', language) };
  if (typeof cell === 'number') return { text: figureText(column, cell) };
  if (column.type === 'code') return codeText(column, cell, language);
  if (column.type === 'period') return { text: periodText(cell, language) };
  return { text: column.type === 'date' ? dateText(cell) : cell };
}

/** A number in the format of its column. */
export function figureText({ type }: Column, figure: number): string {
  if (type === 'percent') return percentText(figure);
  return type === 'money' ? moneyText(figure) : numberText(figure);
}

/** Whether a column holds figures, which stand at the right. */
export function holdsFigures({ type }: Column): boolean {
  return type === 'number' || type === 'percent' || type === 'money';
}

/** What a code means by its list; one without a meaning there stands as it is. */
export function meaningOf({ codes }: Column, code: string): Texts | undefined {
  return codes && Object.hasOwn(codes, code) ? codes[code] : undefined;
}

function codeText(column: Column, code: string, language: ReportLanguage): Told {
  const meaning = meaningOf(column, code);
  return meaning ? told(meaning, language) : { text: code };
}
