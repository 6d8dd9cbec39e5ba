import { addressLines } from '#shared/adapters/print/address-lines';
import type { LetterFonts } from '#shared/adapters/print/fonts';
import { LETTER_LAYOUT, LETTER_TYPE, points } from '#shared/adapters/print/layout';
import { setLines } from '#shared/adapters/print/set-lines';
import { bytesOf, openSheets, settable, type Sheets } from '#shared/adapters/print/sheets';
import type { LetterDraft, LetterInsert, PrintedLetter } from '#shared/ports/letter-press';

type LetterText = NonNullable<LetterDraft['text']>;

const { date, firstText, pageNumber, sender, window } = LETTER_LAYOUT;
/** Points that the beginning of an insert takes: the gap before it, its heading and two lines. */
const INSERT_BEGINNING = 10 * LETTER_TYPE.sender;
const TEXT_OPTIONS = { width: points(firstText.width), lineGap: 0.25 * LETTER_TYPE.text };

/** A letter of one or more A4 pages: sender, date and the recipient's address on the first, text over as many as it takes. */
export async function layOutLetter(fonts: LetterFonts, text: LetterText): Promise<PrintedLetter> {
  const sheets = openSheets(fonts, text.language).addPage();
  setLines(sheets, { lines: [text.sender], box: sender, size: LETTER_TYPE.sender, unbrokenTo: LETTER_TYPE.sender });
  setLines(sheets, { lines: [text.date], box: date, size: LETTER_TYPE.sender });
  setLines(sheets, { lines: addressLines(text.recipient), box: window, size: LETTER_TYPE.address });
  setText(sheets, text);
  numberPages(sheets);
  return { pages: sheets.bufferedPageRange().count, pdf: await bytesOf(sheets) };
}

/** Title and paragraphs, and the hub's own words smaller and further down. Empty lines part paragraphs; a single line end stays a line end. pdfkit adds the pages. */
function setText(sheets: Sheets, { title, body, inserts = [] }: LetterText): void {
  sheets.font('bold', LETTER_TYPE.title);
  sheets.text(settable(title).trim(), points(firstText.left), points(firstText.top), TEXT_OPTIONS);
  sheets.font('regular', LETTER_TYPE.text);
  setParagraphs(sheets, body);
  for (const insert of inserts) setInsert(sheets, insert);
}

/** A heading is not left alone at the foot of a page. */
function setInsert(sheets: Sheets, { heading, paragraphs }: LetterInsert): void {
  sheets.font('bold', LETTER_TYPE.sender);
  if (sheets.y + INSERT_BEGINNING > sheets.page.maxY()) sheets.addPage();
  else sheets.moveDown(2);
  setParagraphs(sheets, heading);
  sheets.font('regular', LETTER_TYPE.sender);
  for (const paragraph of paragraphs) setParagraphs(sheets, paragraph);
}

function setParagraphs(sheets: Sheets, text: string): void {
  for (const paragraph of settable(text).split(/\n(?:[^\S\n]*\n)+/)) {
    if (paragraph.trim() !== '') sheets.moveDown(0.8).text(paragraph.trimEnd(), TEXT_OPTIONS);
  }
}

/** Writes `1 (2)` on every page of a letter that has more than one. */
function numberPages(sheets: Sheets): void {
  const { count } = sheets.bufferedPageRange();
  if (count === 1) return;
  sheets.fontSize(LETTER_TYPE.sender);
  for (let index = 0; index < count; index += 1) {
    sheets.switchToPage(index);
    const at = { width: points(pageNumber.width), align: 'right' } as const;
    sheets.text(`${index + 1} (${count})`, points(pageNumber.left), points(pageNumber.top), at);
  }
}
