import { SQUARES, correctionOf, dataOf, padded } from '#shared/adapters/print/data-matrix/codewords';
import { placesIn } from '#shared/adapters/print/data-matrix/placement';

/** Rows of modules from the top, true where dark: the finder pattern around the data, no quiet zone. */
export type Modules = readonly (readonly boolean[])[];

/**
 * A Data Matrix symbol (ECC 200, ISO/IEC 16022) of ASCII text: the smallest square that holds it, of 10 to 26 modules.
 *
 * @throws on other characters, and on more text than 44 codewords hold
 */
export function dataMatrix(text: string): Modules {
  const data = dataOf(text);
  const square = SQUARES.find((each) => each.data >= data.length);
  if (!square) throw new Error('a mark too long for its symbol');
  const full = padded(data, square);
  const words = [...full, ...correctionOf(full, square)];
  return framed(modulesOf(words, square.side - 2));
}

/** The corner that shows no bit is a checkerboard of four (annex F.3). */
function modulesOf(words: readonly number[], side: number): boolean[][] {
  return placesIn(side).map((line, row) =>
    line.map((place, column) =>
      place ? (((words[place.word] ?? 0) >> (7 - place.bit)) & 1) === 1 : (row + column) % 2 === 0,
    ),
  );
}

/** A dark line at the left and below, every other module dark above and at the right. */
function framed(inner: readonly (readonly boolean[])[]): boolean[][] {
  const side = inner.length + 2;
  const top = Array.from({ length: side }, (_, column) => column % 2 === 0);
  const lines = inner.map((line, row) => [true, ...line, row % 2 === 0]);
  return [top, ...lines, new Array<boolean>(side).fill(true)];
}
