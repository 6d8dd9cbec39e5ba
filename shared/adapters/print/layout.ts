import { SMALLEST_TYPE, WINDOW_ROOM } from '#shared/domain/message/address-window';

/** A rectangle on an A4 sheet, in millimetres from the sheet's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where things stand on an A4 letter, in millimetres from the sheet's top left corner. The letter fits the usual Finnish
 * window envelopes: their window begins 18 mm from the left and 40 mm from the top and is 95 x 35 mm (C5) or 90 x 30 mm
 * (E65). The text keeps 2-3 mm off the window's edges and ends short of its right one, since a sheet slides in its envelope.
 *
 * Source: SFS 2487 in its published summaries (margins 20 and 10 mm, columns of 23 mm, date and page at the fifth) and the
 * envelope sizes above as makers give them. Posti's own guide was not at hand: check a print run against the real envelope.
 */
export const LETTER_LAYOUT = {
  page: { left: 0, top: 0, width: 210, height: 297 },
  /** The sender's name or address block. */
  sender: { left: 20, top: 10, width: 85, height: 20 },
  date: { left: 112, top: 10, width: 48, height: 6 },
  /** `1 (2)`, against the right margin. */
  pageNumber: { left: 165, top: 10, width: 25, height: 6 },
  /** The mark for the inserter, at its upper left corner: above the window, left of every text. */
  mark: { left: 5, top: 12, width: 13, height: 13 },
  /** The opening of a C5 envelope, in which an address must be seen. */
  opening: { left: 18, top: 40, width: 95, height: 35 },
  /** The recipient's address, and nothing else, stands inside. */
  window: { left: 20, top: 43, ...WINDOW_ROOM },
  /** Kept empty around the window: what stands here may show in it. */
  quiet: { left: 0, top: 36, width: 125, height: 44 },
  /** Title and text of the first page. */
  firstText: { left: 20, top: 90, width: 170, height: 187 },
  /** Text of the pages after the first. */
  nextText: { left: 20, top: 30, width: 170, height: 247 },
} as const satisfies Record<string, Box>;

/** Type sizes, in points. */
export const LETTER_TYPE = {
  address: 10,
  /** Sender, date and page number. */
  sender: 9,
  text: 10,
  title: 12,
  /** An address line too long for its box shrinks this far and is broken only then. */
  smallestUnbroken: SMALLEST_TYPE,
} as const;

/** Millimetres in points, the unit of a PDF (72 to an inch). */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
