import { type Box, LETTER_TYPE, points } from '#shared/adapters/print/layout';
import { settable } from '#shared/adapters/print/settable';
import { breakLines } from '#shared/adapters/print/typesetting/break-lines';
import { type Faces, type Run, type Style, lineHeight, runAt, widthOf } from '#shared/adapters/print/typesetting/run';

/** Distance of two lines of an address, in their type size. */
const LEADING = 1.45;
/** Points a line shrinks at a time. */
const STEP = 0.25;

export interface Lines {
  readonly lines: readonly string[];
  readonly box: Box;
  /** Type size in points of a line that fits. */
  readonly size: number;
  /** A line that would have to be smaller than this, in points, is broken. @default LETTER_TYPE.smallestUnbroken */
  readonly unbrokenTo?: number;
}

/**
 * Sets lines one under another into a box of a sheet. A line too long for the box shrinks until it fits. Where that would
 * make it illegible, or the lines are too many, all are set in the largest size in which they fit broken. Nothing is cut off
 * and nothing leaves the box.
 */
export function setLines(faces: Faces, setting: Lines): Run[] {
  const { box, size, unbrokenTo = LETTER_TYPE.smallestUnbroken } = setting;
  const lines = setting.lines.map((line) => settable(line).replaceAll(/\s+/g, ' ').trim());
  const sizes = lines.map((line) => sizeThatFits(faces, line, { box, size }));
  const height = lineHeight(faces, styleOf(size));
  const leading = Math.min(size * LEADING, (points(box.height) - height) / Math.max(1, lines.length - 1));
  if (Math.min(...sizes) < unbrokenTo || leading < height) return setBroken(faces, lines.join('\n'), { box, size });
  return lines.map((text, index) =>
    runAt(faces, styleOf(sizes[index] ?? size), {
      text,
      left: points(box.left),
      top: points(box.top) + index * leading,
    }),
  );
}

type Place = Pick<Lines, 'box' | 'size'>;

function styleOf(size: number): Style {
  return { weight: 'regular', size };
}

/** The largest size in points, `size` at most, in which the line is no wider than the box. */
function sizeThatFits(faces: Faces, line: string, { box, size }: Place): number {
  const width = widthOf(faces, styleOf(size), line);
  return width <= points(box.width) ? size : Math.floor((size * points(box.width)) / width / STEP) * STEP;
}

function setBroken(faces: Faces, text: string, { box, size }: Place): Run[] {
  const style = styleOf(size);
  const lines = breakLines(faces, style, { text, width: points(box.width) });
  const height = lineHeight(faces, style);
  if (lines.length * height > points(box.height)) return setBroken(faces, text, { box, size: size - STEP });
  return lines.map((line, index) =>
    runAt(faces, style, { text: line, left: points(box.left), top: points(box.top) + index * height }),
  );
}
