import type { PDFPage } from '@cantoo/pdf-lib';
import { LETTER_LAYOUT, points } from '#shared/adapters/print/layout';

/** Points a side may be off: 2 mm, within which programs write A4. */
const OFF = points(2);
const [SHORT, LONG] = [points(LETTER_LAYOUT.page.width), points(LETTER_LAYOUT.page.height)];

/** Whether what is shown of the page is A4, upright or lying. */
export function isA4(page: PDFPage): boolean {
  const { width, height } = page.getCropBox();
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return Math.abs(short - SHORT) <= OFF && Math.abs(long - LONG) <= OFF;
}

/** Whether a reader sees it wider than high, its own rotation counted. */
export function isLandscape(page: PDFPage): boolean {
  const { width, height } = page.getCropBox();
  const isTurned = page.getRotation().angle % 180 !== 0;
  return isTurned ? height > width : width > height;
}
