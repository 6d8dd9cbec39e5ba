import { type LetterFonts } from '#shared/adapters/print/fonts';
import { LETTER_LAYOUT, LETTER_TYPE, points } from '#shared/adapters/print/layout';
import { settable } from '#shared/adapters/print/settable';
import { type Sheets, bytesOf, openSheets } from '#shared/adapters/print/sheets';
import { trimFont } from '#shared/adapters/print/trim-font';
import type { CertificateDraft, CertificatePress, CertificateSection } from '#shared/ports/certificate-press';

/** Columns of a pair, in millimetres from the left edge of the sheet. */
const LABEL = { left: 20, width: 52 };
const VALUE = { left: 74, width: 116 };

/** Type sizes in points: a hash of 64 digits stands on one line. */
const SIZE = { title: 14, heading: 11, text: 9, hash: 8 } as const;

/** A press on pdfkit. The same draft gives the same bytes: no clock, no chance. */
export function makeCertificatePress({ fonts }: { readonly fonts: LetterFonts }): CertificatePress {
  const trimmed = { regular: trimFont(fonts.regular), bold: trimFont(fonts.bold) };
  return {
    compose: async (draft) => {
      const sheets = openSheets(trimmed, draft.language).addPage();
      sheets
        .font('bold', SIZE.title)
        .text(settable(draft.title), points(LABEL.left), points(LETTER_LAYOUT.nextText.top));
      for (const section of draft.sections) setSection(sheets, section);
      numberPages(sheets, draft);
      return bytesOf(sheets);
    },
  };
}

function setSection(sheets: Sheets, { heading, rows, paragraphs = [] }: CertificateSection): void {
  const width = points(LETTER_LAYOUT.nextText.width);
  makeRoom(sheets, 4 * SIZE.heading);
  sheets.font('bold', SIZE.heading).moveDown(0.8).text(settable(heading), points(LABEL.left), undefined, { width });
  sheets.moveDown(0.3);
  for (const [label, value] of rows) setRow(sheets, settable(label), settable(value));
  sheets.font('regular', SIZE.text);
  for (const paragraph of paragraphs) {
    const text = settable(paragraph);
    makeRoom(sheets, sheets.heightOfString(text, { width }));
    sheets.moveDown(0.4).text(text, points(LABEL.left), undefined, { width });
  }
}

/** The two columns begin at the same height; the next row begins under the longer one. */
function setRow(sheets: Sheets, label: string, value: string): void {
  const [left, right] = [{ width: points(LABEL.width) }, { width: points(VALUE.width) }];
  const size = /\S{44}/.test(value) ? SIZE.hash : SIZE.text;
  sheets.font('regular', SIZE.text);
  const labelHeight = sheets.heightOfString(label, left);
  const height = Math.max(labelHeight, sheets.fontSize(size).heightOfString(value, right));
  makeRoom(sheets, height);
  const top = sheets.y;
  sheets.fontSize(SIZE.text).text(label, points(LABEL.left), top, left);
  sheets.fontSize(size).text(value, points(VALUE.left), top, right);
  sheets.y = top + height + 2;
}

/** Begins another page where there is not that much room left on this one, in points. */
function makeRoom(sheets: Sheets, height: number): void {
  const { top, height: tall } = LETTER_LAYOUT.nextText;
  if (sheets.y + height <= points(top + tall)) return;
  sheets.addPage();
  sheets.y = points(top);
}

function numberPages(sheets: Sheets, { reference }: CertificateDraft): void {
  const { count } = sheets.bufferedPageRange();
  const { pageNumber, sender } = LETTER_LAYOUT;
  sheets.font('regular', LETTER_TYPE.sender);
  for (let index = 0; index < count; index += 1) {
    sheets.switchToPage(index);
    sheets.text(settable(reference), points(sender.left), points(sender.top), { lineBreak: false });
    const at = { width: points(pageNumber.width), align: 'right' } as const;
    sheets.text(`${index + 1} (${count})`, points(pageNumber.left), points(pageNumber.top), at);
  }
}
