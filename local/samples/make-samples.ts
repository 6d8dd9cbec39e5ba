/**
 * Writes the sample documents of `sample-texts.ts` as PDFs, A4, fonts embedded, the same bytes every time:
 * `node local/samples/make-samples.ts [folder]`, by default into `local/samples/pdf`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, type Sample, SAMPLES } from '#local/samples/sample-texts';
import { readFonts } from '#shared/adapters/print/fonts';
import { type Box, LETTER_LAYOUT, LETTER_TYPE, points } from '#shared/adapters/print/layout';
import { bytesOf, openSheets, type Sheets } from '#shared/adapters/print/sheets';
import { trimFont } from '#shared/adapters/print/trim-font';

const { firstText, nextText, pageNumber, sender: senderBox, window } = LETTER_LAYOUT;
const LEFT = points(nextText.left);
const SIZE = { text: 9.5, heading: 10, title: 12.5, footer: 7.5 } as const;
const TEXT = { width: points(nextText.width), lineGap: 2 } as const;
/** Millimetres. */
const KIND_BOX = { left: 112, top: 10, width: 52, height: 20 } as const;
const FIRST_TEXT_WITHOUT_ADDRESS = 42;
const FOOTER = { rule: 282, text: 284 } as const;
const COLUMNS: Record<number, readonly number[]> = { 2: [66, 104], 3: [104, 33, 33] };
const BULLET_INDENT = points(5);

const whole = readFonts();
const FONTS = { regular: trimFont(whole.regular), bold: trimFont(whole.bold) };

function setBlock(sheets: Sheets, block: Block): void {
  if ('newPage' in block) sheets.addPage();
  else if ('heading' in block) setHeading(sheets, block.heading);
  else if ('list' in block) setList(sheets, block.list);
  else if ('table' in block) setTable(sheets, block.table);
  else sheets.font('regular', SIZE.text).text(block.text, LEFT, sheets.y, TEXT).moveDown(0.7);
}

function setHeading(sheets: Sheets, heading: string): void {
  sheets.moveDown(0.3).font('bold', SIZE.heading).text(heading, LEFT, sheets.y, TEXT).moveDown(0.3);
}

function setList(sheets: Sheets, list: readonly string[]): void {
  sheets.font('regular', SIZE.text);
  for (const item of list) {
    const top = sheets.y;
    sheets.text('–', LEFT, top, { lineBreak: false });
    sheets.text(item, LEFT + BULLET_INDENT, top, { ...TEXT, width: TEXT.width - BULLET_INDENT }).moveDown(0.2);
  }
  sheets.moveDown(0.5);
}

/** Bold: the first column of two, which names the row; of three columns the first row and the last, which sums up. */
function setTable(sheets: Sheets, rows: readonly (readonly string[])[]): void {
  rows.forEach((cells, row) => {
    const top = sheets.y + 2.5;
    const bottoms = cells.map((cell, column) => {
      const widths = COLUMNS[cells.length] ?? [];
      const left = LEFT + points(widths.slice(0, column).reduce((sum, width) => sum + width, 0));
      const bold = cells.length === 2 ? column === 0 : row === 0 || row === rows.length - 1;
      sheets.font(bold ? 'bold' : 'regular', SIZE.text - 0.5);
      return sheets.text(cell, left, top, { width: points(widths[column] ?? 0) - 6, lineGap: 1 }).y;
    });
    const bottom = Math.max(...bottoms) + 1.5;
    rule(sheets, bottom);
    sheets.y = bottom;
  });
  sheets.x = LEFT;
  sheets.y += 9;
}

/** Sender, kind of document, page number and footer: on every page, since sheets get parted. */
function setFrame(sheets: Sheets, { kind, sender, footer }: Sample): void {
  const { count } = sheets.bufferedPageRange();
  const size = LETTER_TYPE.sender;
  for (let index = 0; index < count; index += 1) {
    sheets.switchToPage(index);
    setLines(sheets.font('bold'), { lines: kind.slice(0, 1), box: KIND_BOX, size });
    setLines(sheets.font('regular'), { lines: ['', ...kind.slice(1)], box: KIND_BOX, size });
    setLines(sheets, { lines: index === 0 ? sender : sender.slice(0, 1), box: senderBox, size });
    if (count > 1) setPageNumber(sheets, `${index + 1} (${count})`);
    rule(sheets, points(FOOTER.rule));
    sheets.fontSize(SIZE.footer).text(footer, LEFT, points(FOOTER.text), { lineBreak: false });
  }
}

/** One under another from the top of the box; none is too long for it. */
function setLines(sheets: Sheets, { lines, box, size }: { lines: readonly string[]; box: Box; size: number }): void {
  lines.forEach((line, index) => {
    sheets.fontSize(size).text(line, points(box.left), points(box.top) + index * 1.45 * size, { lineBreak: false });
  });
}

function setPageNumber(sheets: Sheets, number: string): void {
  const options = { width: points(pageNumber.width), align: 'right' } as const;
  sheets.fontSize(LETTER_TYPE.sender).text(number, points(pageNumber.left), points(pageNumber.top), options);
}

function rule(sheets: Sheets, y: number): void {
  const right = LEFT + TEXT.width;
  sheets.moveTo(LEFT, y).lineTo(right, y).lineWidth(0.4).stroke('#8a8a8a');
}

async function pdfOf(sample: Sample): Promise<Uint8Array> {
  const sheets = openSheets(FONTS, sample.language).addPage();
  if (sample.recipient) setLines(sheets, { lines: sample.recipient, box: window, size: LETTER_TYPE.address });
  const top = points(sample.recipient ? firstText.top : FIRST_TEXT_WITHOUT_ADDRESS);
  sheets.font('bold', SIZE.title).text(sample.title, LEFT, top, TEXT).moveDown(0.7);
  for (const block of sample.blocks) setBlock(sheets, block);
  setFrame(sheets, sample);
  const { count } = sheets.bufferedPageRange();
  if (count !== sample.pages) throw new Error(`${sample.file} has ${count} pages, not ${sample.pages}`);
  return bytesOf(sheets);
}

const folder = process.argv[2] ?? join(import.meta.dirname, 'pdf');
mkdirSync(folder, { recursive: true });
for (const sample of SAMPLES) {
  const pdf = await pdfOf(sample);
  writeFileSync(join(folder, sample.file), pdf);
  process.stdout.write(`${sample.file}: ${sample.pages} pages, ${Math.ceil(pdf.byteLength / 1024)} KB\n`);
}
