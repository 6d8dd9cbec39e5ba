import { degrees, ParseSpeeds, PDFDict, PDFDocument, PDFName, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { isLandscape } from '#shared/adapters/print/examine/page-size';
import { readPdf } from '#shared/adapters/print/examine/read-pdf';
import { LETTER_LAYOUT, points } from '#shared/adapters/print/layout';
import { markOperators, marksOf } from '#shared/adapters/print/marks';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { PdfUnreadable, PrintedLetter, Printing } from '#shared/ports/letter-press';

export interface Preparation {
  /** A PDF of ours that goes before the document. */
  readonly front?: Uint8Array | undefined;
  readonly printing?: Printing | undefined;
}

const READING = { parseSpeed: ParseSpeeds.Fastest, throwOnInvalidObject: true, updateMetadata: false };
const WRITING = { addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity };
const METADATA = PDFName.of('Metadata');
const A4: [number, number] = [points(LETTER_LAYOUT.page.width), points(LETTER_LAYOUT.page.height)];

/**
 * The sender's document as it is printed. With a page in front it loses its title, author and other metadata, which are not
 * printed and may name people, and gets the marks of an inserter. Without one it keeps its bytes, but for landscape pages
 * that are to be turned. Refused where it can't be parsed, holds a damaged object, is encrypted or has no pages.
 */
export async function prepareDocument(
  pdf: Uint8Array,
  { front, printing }: Preparation,
): Promise<Result<PrintedLetter, PdfUnreadable>> {
  const read = await readPdf(pdf);
  if (!read.ok) return refuse({ kind: 'pdf-unreadable' });
  try {
    const document = read.value;
    if (document.getPageCount() === 0) return refuse({ kind: 'pdf-unreadable' });
    const isTurned = printing?.rotateLandscapePages === true && turnLandscape(document);
    if (front) await putInFront(document, front, printing);
    const bytes = front || isTurned ? await document.save(WRITING) : pdf;
    return ok({ pdf: bytes, pages: document.getPageCount() });
  } catch {
    // What the library throws on, it would throw on again: the document is at fault, and a retry does not mend it.
    return refuse({ kind: 'pdf-unreadable' });
  }
}

/** Turns each to the left, so that its top is at the left edge of the sheet. Answers whether there was any. */
function turnLandscape(document: PDFDocument): boolean {
  const lying = document.getPages().filter(isLandscape);
  for (const page of lying) page.setRotation(degrees((page.getRotation().angle + 270) % 360));
  return lying.length > 0;
}

/** The back of the address page stays empty: the document begins on a sheet of its own. */
async function putInFront(document: PDFDocument, front: Uint8Array, printing: Printing | undefined): Promise<void> {
  const cover = await PDFDocument.load(front, READING);
  const pages = await document.copyPages(cover, cover.getPageIndices());
  pages.forEach((page, index) => document.insertPage(index, page));
  if (printing?.duplex === true && pages.length % 2 === 1) document.insertPage(pages.length, A4);
  dropMetadata(document);
  const marks = marksOf(document.getPageCount(), printing);
  document.getPages().forEach((page, index) => {
    const mark = marks[index];
    if (mark) draw(page, markOperators(mark));
  });
}

/** On top of what stands there, upright as the page is shown, whatever its contents have left set. */
function draw(page: PDFPage, operators: string): void {
  const { context } = page.doc;
  page.node.normalize();
  const stream = context.flateStream(`q ${uprightOn(page).join(' ')} cm\n${operators}\nQ`);
  page.node.addContentStream(context.register(stream));
}

/** From the page as it is shown to its own coordinates (ISO 32000-1, 8.3.4): its rotation and its crop box. */
function uprightOn(page: PDFPage): readonly number[] {
  const { x, y, width, height } = page.getCropBox();
  const turned = ((page.getRotation().angle % 360) + 360) % 360;
  if (turned === 90) return [0, 1, -1, 0, x + width, y];
  if (turned === 180) return [-1, 0, 0, -1, x + width, y + height];
  return turned === 270 ? [0, -1, 1, 0, x, y + height] : [1, 0, 0, 1, x, y];
}

/** Takes the title, author, dates and XMP out of the file, not only out of sight. */
function dropMetadata({ catalog, context }: PDFDocument): void {
  const info = context.lookup(context.trailerInfo.Info);
  const values = info instanceof PDFDict ? info.values() : [];
  for (const ref of [...values, context.trailerInfo.Info, catalog.get(METADATA)]) {
    if (ref instanceof PDFRef) context.delete(ref);
  }
  context.trailerInfo.Info = undefined;
  catalog.delete(METADATA);
}
