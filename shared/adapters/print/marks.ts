import { type Modules, dataMatrix } from '#shared/adapters/print/data-matrix/data-matrix';
import { LETTER_LAYOUT, points } from '#shared/adapters/print/layout';
import { isFront, sheetMark, sheetsFor } from '#shared/domain/delivery-postal/letter';
import type { Printing } from '#shared/ports/letter-press';

/** Millimetres of a module. */
const MODULE = 0.5;
const { mark, page } = LETTER_LAYOUT;

/** The mark of each page of a letter: one on each front, none on a back. */
export function marksOf(pages: number, printing: Printing | undefined): readonly (Modules | undefined)[] {
  if (!printing) return [];
  const sheets = sheetsFor(pages, printing);
  return Array.from({ length: pages }, (_, index) =>
    isFront(index, printing)
      ? dataMatrix(sheetMark(printing.letterId, sheetsFor(index + 1, printing), sheets))
      : undefined,
  );
}

/** A mark drawn in its place on an upright A4 sheet, in black: neighbouring modules of a row as one stroke. */
export function markOperators(modules: Modules): string {
  const strokes = modules.flatMap((line, row) =>
    [
      ...line
        .map((dark) => (dark ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map(({ 0: { length }, index }) => {
      const left = points(mark.left + index * MODULE);
      const bottom = points(page.height - mark.top - (row + 1) * MODULE);
      return [left, bottom, points(length * MODULE), points(MODULE)].map(rounded).join(' ');
    }),
  );
  return `q 0 g\n${strokes.map((stroke) => `${stroke} re`).join('\n')}\nf Q`;
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
