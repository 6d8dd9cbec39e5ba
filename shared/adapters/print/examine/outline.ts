import type { Matrix } from '#shared/adapters/print/examine/matrix';

/** In points from the lower left corner, as a PDF counts. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Bounds {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The box that points reach once they are moved. */
export function around(points: readonly Point[], [a, b, c, d, e, f]: Matrix): Bounds {
  let bounds: Bounds = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (const point of points) {
    const [x, y] = [a * point.x + c * point.y + e, b * point.x + d * point.y + f];
    bounds = {
      left: Math.min(bounds.left, x),
      bottom: Math.min(bounds.bottom, y),
      right: Math.max(bounds.right, x),
      top: Math.max(bounds.top, y),
    };
  }
  return bounds;
}

export function overlaps(a: Bounds, b: Bounds): boolean {
  return a.left <= b.right && b.left <= a.right && a.bottom <= b.top && b.bottom <= a.top;
}

/** A drawing that operators build up (ISO 32000-1, 8.5). */
export interface Outline {
  /** What has just been drawn, where the operator draws something. */
  after(operator: string, operands: readonly number[], matrix: Matrix): Bounds | undefined;
}

/** Lines and curves, which stay within the points they are told by, and boxes. */
const BUILDING = new Set(['m', 'l', 'c', 'v', 'y', 're']);
const DRAWING = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
/** A shade fills whatever is not cut away. */
const [SHADE, NOTHING] = ['sh', 'n'];
const EVERYWHERE: Bounds = { left: -Infinity, bottom: -Infinity, right: Infinity, top: Infinity };

export function makeOutline(): Outline {
  let bounds: Bounds | undefined;
  return {
    after: (operator, operands, matrix) => {
      if (operator === SHADE) return EVERYWHERE;
      if (BUILDING.has(operator)) bounds = joined(bounds, around(pointsOf(operator, operands), matrix));
      if (!DRAWING.has(operator) && operator !== NOTHING) return undefined;
      const drawn = operator === NOTHING ? undefined : bounds;
      bounds = undefined;
      return drawn;
    },
  };
}

function joined(some: Bounds | undefined, more: Bounds): Bounds {
  if (!some) return more;
  return {
    left: Math.min(some.left, more.left),
    bottom: Math.min(some.bottom, more.bottom),
    right: Math.max(some.right, more.right),
    top: Math.max(some.top, more.top),
  };
}

function pointsOf(operator: string, operands: readonly number[]): Point[] {
  const [x = 0, y = 0, width = 0, height = 0] = operands;
  if (operator === 're')
    return [
      { x, y },
      { x: x + width, y },
      { x, y: y + height },
      { x: x + width, y: y + height },
    ];
  return operands.flatMap((each, index) => (index % 2 === 0 ? [{ x: each, y: operands[index + 1] ?? 0 }] : []));
}
