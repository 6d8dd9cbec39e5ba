import { ParseSpeeds, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { PdfUnreadable, PrintedLetter } from '#shared/ports/letter-press';

const READING = { parseSpeed: ParseSpeeds.Fastest, throwOnInvalidObject: true, updateMetadata: false };
const METADATA = PDFName.of('Metadata');

/** Refuses a PDF that can't be parsed, holds a damaged object, is encrypted or has no pages. The bytes stay as they are. */
export function readDocument(pdf: Uint8Array): Promise<Result<PrintedLetter, PdfUnreadable>> {
  return readable(async () => {
    const document = await PDFDocument.load(pdf, READING);
    return { pdf, pages: document.getPageCount() };
  });
}

/**
 * The sender's document with `frontPage` before its own pages. Its title, author and other metadata are left out: they are
 * not printed and may name people.
 *
 * @param frontPage a PDF of ours, of one page
 */
export function putInFront(frontPage: Uint8Array, pdf: Uint8Array): Promise<Result<PrintedLetter, PdfUnreadable>> {
  return readable(async () => {
    const document = await PDFDocument.load(pdf, READING);
    if (document.getPageCount() === 0) return { pdf, pages: 0 };
    const front = await PDFDocument.load(frontPage, READING);
    for (const page of await document.copyPages(front, [0])) document.insertPage(0, page);
    dropMetadata(document);
    const bytes = await document.save({
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Infinity,
    });
    return { pdf: bytes, pages: document.getPageCount() };
  });
}

/** What the PDF library throws on, it would throw on again: the document is at fault, and a retry does not mend it. */
async function readable(read: () => Promise<PrintedLetter>): Promise<Result<PrintedLetter, PdfUnreadable>> {
  try {
    const letter = await read();
    return letter.pages > 0 ? ok(letter) : refuse({ kind: 'pdf-unreadable' });
  } catch {
    return refuse({ kind: 'pdf-unreadable' });
  }
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
