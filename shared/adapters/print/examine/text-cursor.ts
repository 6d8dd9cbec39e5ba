import { type Matrix, UNCHANGED, after, matrixOf } from '#shared/adapters/print/examine/matrix';
import type { Point } from '#shared/adapters/print/examine/outline';

/** Where the next text begins (ISO 32000-1, 9.4.2). */
export interface TextCursor {
  /** Goes where the operator says; one that shows text on a next line goes there first. Others do nothing. */
  move(operator: string, operands: readonly number[]): void;
  /** In the coordinates that the matrix leads to. How far a text has gone in its line is not counted. */
  at(matrix: Matrix): Point;
}

export function makeTextCursor(): TextCursor {
  let line = UNCHANGED;
  let leading = 0;

  const nextLine = (x: number, y: number) => {
    line = after([1, 0, 0, 1, x, y], line);
  };
  const moves: Readonly<Record<string, (operands: readonly number[]) => void>> = {
    BT: () => {
      line = UNCHANGED;
    },
    Tm: (operands) => {
      line = matrixOf(operands);
    },
    Td: ([x = 0, y = 0]) => {
      nextLine(x, y);
    },
    TD: ([x = 0, y = 0]) => {
      leading = -y;
      nextLine(x, y);
    },
    TL: ([value = 0]) => {
      leading = value;
    },
    'T*': lineDown,
    "'": lineDown,
    '"': lineDown,
  };
  return {
    move: (operator, operands) => moves[operator]?.(operands),
    at: (matrix) => {
      const [, , , , x, y] = after(line, matrix);
      return { x, y };
    },
  };

  function lineDown(): void {
    nextLine(0, -leading);
  }
}
