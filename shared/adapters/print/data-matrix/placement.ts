import { eachOnce } from '#shared/kernel/each-once';

/** Which bit of which codeword a module shows; `undefined` in the corner that shows none. */
export type Place = { readonly word: number; readonly bit: number } | undefined;

/** Rows down and columns right of the module that shows the last bit, of bits 1 (the highest) to 8 (ISO/IEC 16022, figure F.1). */
const SHAPE = [
  [-2, -2],
  [-2, -1],
  [-1, -2],
  [-1, -1],
  [-1, 0],
  [0, -2],
  [0, -1],
  [0, 0],
] as const;

/**
 * Where each bit stands in a square of `side` modules, finder pattern not counted: codewords run along diagonals, up and
 * down in turn, each in its eight modules, wrapped at the edges; four corners have shapes of their own.
 *
 * @see ISO/IEC 16022, annex F
 */
export const placesIn = eachOnce((side: number): readonly (readonly Place[])[] => {
  const places: Place[][] = Array.from({ length: side }, () => new Array<Place>(side).fill(undefined));
  let [word, row, column] = [0, 4, 0];
  const isFree = () => row >= 0 && row < side && column >= 0 && column < side && places[row]?.[column] === undefined;

  while (row < side || column < side) {
    for (const corner of cornersAt(side, row, column)) putCorner(corner);
    goUp();
    goDown();
  }
  return places;

  /** To the right, off the upper or the right edge, and round to where the next diagonal begins. */
  function goUp(): void {
    do {
      if (isFree()) putShape();
      row -= 2;
      column += 2;
    } while (row >= 0 && column < side);
    row += 1;
    column += 3;
  }

  function goDown(): void {
    do {
      if (isFree()) putShape();
      row += 2;
      column -= 2;
    } while (row < side && column >= 0);
    row += 3;
    column += 1;
  }

  function putShape(): void {
    SHAPE.forEach(([down, right], bit) => {
      put(wrapped(side, row + down, column + right), bit);
    });
    word += 1;
  }

  function putCorner(modules: Corner): void {
    modules.forEach(([down, right], bit) => {
      put([(down + side) % side, (right + side) % side], bit);
    });
    word += 1;
  }

  function put([down, right]: readonly [number, number], bit: number): void {
    const line = places[down];
    if (line) line[right] = { word, bit };
  }
});

/** Beyond the upper or the left edge it goes on at the other, shifted. */
function wrapped(side: number, row: number, column: number): readonly [number, number] {
  const shift = 4 - ((side + 4) % 8);
  if (row < 0) return wrapped(side, row + side, column + shift);
  return column < 0 ? [row + shift, column + side] : [row, column];
}

/** Modules of bits 1 to 8; negative ones count from the lower or right edge. */
type Corner = readonly (readonly [number, number])[];

const FIRST: Corner = [
  [-1, 0],
  [-1, 1],
  [-1, 2],
  [0, -2],
  [0, -1],
  [1, -1],
  [2, -1],
  [3, -1],
];
const SECOND: Corner = [
  [-3, 0],
  [-2, 0],
  [-1, 0],
  [0, -4],
  [0, -3],
  [0, -2],
  [0, -1],
  [1, -1],
];

/** The two that squares need: the others belong to oblong symbols. */
function cornersAt(side: number, row: number, column: number): Corner[] {
  if (row === side && column === 0) return [FIRST];
  return row === side - 2 && column === 0 && side % 4 !== 0 ? [SECOND] : [];
}
