import type { PDFPage } from '@cantoo/pdf-lib';
import type { Bounds } from '#shared/adapters/print/examine/outline';
import { mayHaveInlineImage, whatStandsOn } from '#shared/adapters/print/examine/what-stands';
import { type Box, LETTER_LAYOUT, points } from '#shared/adapters/print/layout';

/**
 * Whether nothing at all stands where the envelope has its window. Told for an upright page only; a page that can't be
 * told about, a picture or a drawing there, or an annotation somewhere, may carry the address.
 */
export function isWindowEmpty(page: PDFPage): boolean {
  if (page.getRotation().angle % 360 !== 0 || page.node.Annots() !== undefined) return false;
  const window = inPoints(LETTER_LAYOUT.opening, page);
  try {
    if (mayHaveInlineImage(page)) return false;
    const { texts, shapes } = whatStandsOn(page);
    const places = texts.map(({ at: { x, y } }) => ({ left: x, bottom: y, right: x, top: y }));
    return ![...places, ...shapes].some((each) => overlaps(each, window));
  } catch {
    return false;
  }
}

function inPoints({ left, top, width, height }: Box, page: PDFPage): Bounds {
  const shown = page.getCropBox();
  const upper = shown.y + shown.height - points(top);
  return {
    left: shown.x + points(left),
    right: shown.x + points(left + width),
    top: upper,
    bottom: upper - points(height),
  };
}

function overlaps(a: Bounds, b: Bounds): boolean {
  return a.left <= b.right && b.left <= a.right && a.bottom <= b.top && b.bottom <= a.top;
}
