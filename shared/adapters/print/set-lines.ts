import { type Box, LETTER_TYPE, points } from '#shared/adapters/print/layout';
import { type Sheets, settable } from '#shared/adapters/print/sheets';

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
 * Sets lines one under another into a box of the current sheet. A line too long for the box shrinks until it fits. Where
 * that would make it illegible, or the lines are too many, all are set in the largest size in which they fit broken.
 * Nothing is cut off and nothing leaves the box.
 */
export function setLines(sheets: Sheets, { lines, box, size, unbrokenTo = LETTER_TYPE.smallestUnbroken }: Lines): void {
  const plain = lines.map((line) => settable(line).replaceAll(/\s+/g, ' ').trim());
  const sizes = plain.map((line) => sizeThatFits(sheets.fontSize(size), line, { box, size }));
  const height = sheets.fontSize(size).currentLineHeight();
  const leading = Math.min(size * LEADING, (points(box.height) - height) / Math.max(1, plain.length - 1));
  if (Math.min(...sizes) < unbrokenTo || leading < height) {
    setBroken(sheets, plain.join('\n'), { box, size });
    return;
  }
  plain.forEach((line, index) => {
    const top = points(box.top) + index * leading;
    sheets.fontSize(sizes[index] ?? size).text(line, points(box.left), top, { lineBreak: false });
  });
}

type Place = Pick<Lines, 'box' | 'size'>;

/** The largest size in points, `size` at most, in which the line is no wider than the box. */
function sizeThatFits(sheets: Sheets, line: string, { box, size }: Place): number {
  const width = sheets.widthOfString(line);
  return width <= points(box.width) ? size : Math.floor((size * points(box.width)) / width / STEP) * STEP;
}

function setBroken(sheets: Sheets, text: string, { box, size }: Place): void {
  const options = { width: points(box.width) };
  let smaller = size;
  while (sheets.fontSize(smaller).heightOfString(text, options) > points(box.height)) smaller -= STEP;
  sheets.text(text, points(box.left), points(box.top), options);
}
