import { extractPageContents, type PdfAsset, type PDFPage } from '@cantoo/pdf-lib';
import { mayHaveInlineImage, textPlaces } from '#shared/adapters/print/examine/text-places';
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
    const texts = textPlaces(page).map(({ x, y }) => ({ left: x, top: y, width: 0, height: 0 }));
    return ![...texts, ...extractPageContents(page.node).flatMap(boxOf)].some((box) => overlaps(box, window));
  } catch {
    return false;
  }
}

/** In points from the lower left corner, as a PDF counts. */
type Rectangle = Box;

function inPoints({ left, top, width, height }: Box, page: PDFPage): Rectangle {
  const shown = page.getCropBox();
  return {
    left: shown.x + points(left),
    top: shown.y + shown.height - points(top),
    width: points(width),
    height: points(height),
  };
}

/** Of a picture or a drawing. */
function boxOf(asset: PdfAsset): Rectangle[] {
  if (asset.kind === 'text') return [];
  const [width, height] = asset.kind === 'image' ? [asset.drawWidth, asset.drawHeight] : [asset.width, asset.height];
  return [{ left: asset.x, top: asset.y + height, width, height }];
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return (
    a.left <= b.left + b.width && b.left <= a.left + a.width && a.top - a.height <= b.top && b.top - b.height <= a.top
  );
}
