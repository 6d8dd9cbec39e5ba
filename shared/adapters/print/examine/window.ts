import type { PDFPage } from '@cantoo/pdf-lib';
import { overlaps } from '#shared/adapters/print/examine/outline';
import { mayHaveInlineImage, whatStandsOn } from '#shared/adapters/print/examine/what-stands';
import { boundsOn } from '#shared/adapters/print/examine/window-text';
import { LETTER_LAYOUT } from '#shared/adapters/print/layout';

/**
 * Whether nothing at all stands where the envelope has its window. Told for an upright page only; a page that can't be
 * told about, a picture or a drawing there, or an annotation somewhere, may carry the address.
 */
export function isWindowEmpty(page: PDFPage): boolean {
  if (page.getRotation().angle % 360 !== 0 || page.node.Annots() !== undefined) return false;
  const window = boundsOn(page, LETTER_LAYOUT.opening);
  try {
    if (mayHaveInlineImage(page)) return false;
    const { texts, shapes } = whatStandsOn(page);
    const places = texts.map(({ at: { x, y } }) => ({ left: x, bottom: y, right: x, top: y }));
    return ![...places, ...shapes].some((each) => overlaps(each, window));
  } catch {
    return false;
  }
}
