import { arrayBuffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { LetterFonts } from '#shared/adapters/print/fonts';
import { LETTER_LAYOUT, points } from '#shared/adapters/print/layout';

/** A PDF being laid out: A4 sheets in the two embedded fonts, `regular` and `bold`. */
export type Sheets = PDFKit.PDFDocument;

const { page, nextText } = LETTER_LAYOUT;

const MARGINS = {
  left: points(nextText.left),
  top: points(nextText.top),
  right: points(page.width - nextText.left - nextText.width),
  bottom: points(page.height - nextText.top - nextText.height),
};

/** One date for all letters and no title: the same letter has the same bytes, and its metadata tells of nobody. */
const INFO = { Producer: 'Viestiväylä', Creator: 'Viestiväylä', CreationDate: new Date(0) };

/**
 * Opens a PDF without pages; `addPage` makes an A4 sheet. All pages stay open until `bytesOf`, so that they can be numbered.
 *
 * @param language written as the document's /Lang (`fi`, `sv`, `en`); absent for a sheet that has only names on it
 */
export function openSheets(fonts: LetterFonts, language?: string): Sheets {
  const sheets = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    lang: language,
    info: INFO,
    // Without a name here pdfkit opens Helvetica, which it does not embed.
    font: '',
  });
  return sheets.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold).font('regular');
}

/** Closes the PDF and gives its bytes. */
export async function bytesOf(sheets: Sheets): Promise<Uint8Array> {
  sheets.end();
  return new Uint8Array(await arrayBuffer(sheets));
}
