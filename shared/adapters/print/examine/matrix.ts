/** From one system of coordinates to another, as a PDF writes it: a b c d e f (ISO 32000-1, 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number];

export const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function after(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [a2, b2, c2, d2, e2, f2] = outer;
  return [
    a * a2 + b * c2,
    a * b2 + b * d2,
    c * a2 + d * c2,
    c * b2 + d * d2,
    e * a2 + f * c2 + e2,
    e * b2 + f * d2 + f2,
  ];
}

/** The six numbers of an operator or an array; what is missing or no number is as if nothing changed. */
export function matrixOf(values: readonly unknown[]): Matrix {
  const at = (index: number) => {
    const value = values[index];
    return typeof value === 'number' ? value : (UNCHANGED[index] ?? 0);
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}
