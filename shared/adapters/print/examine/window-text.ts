import type { PDFDict, PDFPage } from '@cantoo/pdf-lib';
import { type ReadsText, readerOf } from '#shared/adapters/print/examine/font-text';
import { type Bounds, overlaps } from '#shared/adapters/print/examine/outline';
import { type Piece, mayHaveInlineImage, whatStandsOn } from '#shared/adapters/print/examine/what-stands';
import { type Box, LETTER_LAYOUT, points } from '#shared/adapters/print/layout';

/** Within this an address may be found: more than is seen, since a line may begin left of the window. */
const NEAR: Box = { left: 0, top: 30, width: 130, height: 55 };

/**
 * What stands in and near the window, where its text can be read in full and a Finnish post code and place stand in it. Told of an
 * upright page without annotations, with no picture or drawing in the window; of any other nothing is concluded.
 */
export function windowText(page: PDFPage): string | undefined {
  if (page.getRotation().angle % 360 !== 0 || page.node.Annots() !== undefined) return undefined;
  try {
    const seen = textIn(page, LETTER_LAYOUT.opening);
    return seen !== undefined && LAST_LINE.test(seen) ? textIn(page, NEAR) : undefined;
  } catch {
    return undefined;
  }
}

/** In lines; `undefined` where not all of it can be read, or something drawn may say more. */
function textIn(page: PDFPage, box: Box): string | undefined {
  if (mayHaveInlineImage(page)) return undefined;
  const bounds = boundsOn(page, box);
  const { texts, shapes } = whatStandsOn(page);
  if (shapes.some((shape) => overlaps(shape, boundsOn(page, LETTER_LAYOUT.opening)))) return undefined;
  const readers = new Map<PDFDict | undefined, ReadsText>();
  let [text, line] = ['', NaN];
  for (const { at, bytes, font } of texts.filter((piece) => isIn(piece, bounds))) {
    const reader = readers.get(font) ?? readerOf(font);
    readers.set(font, reader);
    const said = reader(bytes);
    if (said === undefined) return undefined;
    text += Math.abs(at.y - line) < 1 ? said : `\n${said}`;
    line = at.y;
  }
  return text;
}

function isIn({ at: { x, y } }: Piece, { left, right, top, bottom }: Bounds): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** A box of the sheet in points from the lower left corner, as a PDF counts. */
export function boundsOn(page: PDFPage, { left, top, width, height }: Box): Bounds {
  const shown = page.getCropBox();
  const upper = shown.y + shown.height - points(top);
  return {
    left: shown.x + points(left),
    right: shown.x + points(left + width),
    top: upper,
    bottom: upper - points(height),
  };
}

/** As an address ends: what has none may be anything. */
const LAST_LINE = /(?<!\d)\d{5}\s*\p{L}{2}/u;
