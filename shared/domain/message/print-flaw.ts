import * as z from 'zod/mini';

/** What keeps a PDF from being printed as a letter. */
export const printFlaw = z.enum([
  'UNREADABLE',
  'ENCRYPTED',
  'EMPTY',
  'TOO_LARGE',
  'TOO_MANY_PAGES',
  'SCRIPTED',
  'FILES_INSIDE',
  'NOT_A4',
  'LANDSCAPE',
  'FONTS_NOT_EMBEDDED',
  'WINDOW_EMPTY',
  'WINDOW_OF_ANOTHER',
  'LETTERS_MISSING',
]);
export type PrintFlaw = z.infer<typeof printFlaw>;

/** Pages of the longest document that is printed: no envelope holds more than its 250 sheets. The hub's own limit. */
export const MOST_PAGES = 500;

/** Each flaw in the words an authority's developer reads. */
export const PRINT_RULES: Readonly<Record<PrintFlaw, string>> = {
  UNREADABLE: 'it is damaged or no PDF at all',
  ENCRYPTED: 'it is encrypted',
  EMPTY: 'it has no pages, or nothing stands on them',
  TOO_LARGE: 'unpacked, it is too large for a printer',
  TOO_MANY_PAGES: `it has more than ${MOST_PAGES} pages`,
  SCRIPTED: 'it has scripts, or actions that reach outside it',
  FILES_INSIDE: 'other files are embedded in it',
  NOT_A4: 'every page must be A4 (210 x 297 mm)',
  LANDSCAPE: 'it has landscape pages, and rotateLandscapePages is false',
  FONTS_NOT_EMBEDDED: 'every font must be embedded',
  WINDOW_EMPTY:
    'no address stands in the window of the first page (18-113 mm by 40-75 mm), and createAddressPage is false',
  WINDOW_OF_ANOTHER: 'the window of the first page names somebody else, and createAddressPage is false',
  LETTERS_MISSING: 'its text or its address has letters that the hub can not print',
};

/** What the sender asks for that mends a flaw. */
export interface PrintWishes {
  readonly createAddressPage: boolean;
  readonly rotateLandscapePages: boolean;
}

/**
 * The flaws that are left when a document is printed as its sender asks.
 *
 * @see suomifi-messages-notes.md section 8
 */
export function flawsLeft(flaws: readonly PrintFlaw[], wishes: PrintWishes): readonly PrintFlaw[] {
  const mended: Partial<Record<PrintFlaw, boolean>> = {
    LANDSCAPE: wishes.rotateLandscapePages,
    WINDOW_EMPTY: wishes.createAddressPage,
    WINDOW_OF_ANOTHER: wishes.createAddressPage,
  };
  return flaws.filter((flaw) => mended[flaw] !== true);
}
