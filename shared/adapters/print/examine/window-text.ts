import type { PDFDict, PDFPage } from '@cantoo/pdf-lib';
import { type ReadsText, readerOf } from '#shared/adapters/print/examine/font-text';
import { type Bounds, overlaps } from '#shared/adapters/print/examine/outline';
import { type Piece, mayHaveInlineImage, whatStandsOn } from '#shared/adapters/print/examine/what-stands';
import { type Box, LETTER_LAYOUT, points } from '#shared/adapters/print/layout';
import type { PostalAddress } from '#shared/domain/message/address';

/** Within this an address may be found: more than is seen, since a line may begin left of the window. */
const NEAR: Box = { left: 0, top: 30, width: 130, height: 55 };

/**
 * Whether the window names somebody else: its text can be read in full, a Finnish post code and place stand in it, and either the
 * code is not that of the address or no word of the name is there. Capitals, spaces, accents and ligatures make no difference. Told of an upright page without
 * annotations, with no picture or drawing in the window; of any other nothing is concluded.
 */
export function namesSomebodyElse(page: PDFPage, address: PostalAddress): boolean {
  if (page.getRotation().angle % 360 !== 0 || page.node.Annots() !== undefined) return false;
  try {
    const seen = textIn(page, LETTER_LAYOUT.opening);
    const near = textIn(page, NEAR);
    if (seen === undefined || near === undefined || !LAST_LINE.test(seen)) return false;
    return hasOtherPostCode(near, address) || !hasName(near, address);
  } catch {
    return false;
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

function hasOtherPostCode(near: string, { zipCode, countryCode }: PostalAddress): boolean {
  return countryCode === 'FI' && !near.replaceAll(/\s/g, '').includes(zipCode);
}

/** One word of it is enough: names are turned round, shortened and written with others. */
function hasName(near: string, { name, additionalName = '' }: PostalAddress): boolean {
  const text = folded(near).join('');
  const words = folded(`${name} ${additionalName}`);
  return words.length === 0 || words.some((word) => text.includes(word));
}

/** Words of two letters or more, as they are compared. */
function folded(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}
