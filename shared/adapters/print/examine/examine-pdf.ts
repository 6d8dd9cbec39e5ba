import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { hasFilesInside, isScripted } from '#shared/adapters/print/examine/active-content';
import { embedsItsFonts } from '#shared/adapters/print/examine/fonts-embedded';
import { isA4, isLandscape } from '#shared/adapters/print/examine/page-size';
import { isWindowEmpty } from '#shared/adapters/print/examine/window';
import { MOST_PAGES, type PrintFlaw, printFlaw } from '#shared/domain/message/print-flaw';
import type { CountPages, ExaminePdf } from '#shared/ports/examine-pdf';

const READING = { parseSpeed: ParseSpeeds.Fastest, throwOnInvalidObject: true, updateMetadata: false };

/** Parsed as long as its bytes are held, so that a second question about them costs nothing. */
const parsed = new WeakMap<Uint8Array, Promise<PDFDocument>>();

/** By @cantoo/pdf-lib. Nothing of the document is run or shown. */
export const examinePdf: ExaminePdf = async (pdf) => {
  try {
    return flawsOf(await parse(pdf));
  } catch (fault) {
    return [fault instanceof EncryptedPDFError ? 'ENCRYPTED' : 'UNREADABLE'];
  }
};

export const countPages: CountPages = async (pdf) => (await parse(pdf)).getPageCount();

async function parse(pdf: Uint8Array): Promise<PDFDocument> {
  const document = parsed.get(pdf) ?? PDFDocument.load(pdf, READING);
  parsed.set(pdf, document);
  return document;
}

function flawsOf(document: PDFDocument): PrintFlaw[] {
  if (document.isEncrypted) return ['ENCRYPTED'];
  const pages = document.getPages();
  const [first] = pages;
  if (!first || pages.every(({ node }) => node.Contents() === undefined)) return ['EMPTY'];
  const found: Partial<Record<PrintFlaw, boolean>> = {
    TOO_MANY_PAGES: pages.length > MOST_PAGES,
    SCRIPTED: isScripted(document),
    FILES_INSIDE: hasFilesInside(document),
    NOT_A4: !pages.every(isA4),
    LANDSCAPE: pages.some(isLandscape),
    FONTS_NOT_EMBEDDED: !pages.every(embedsItsFonts),
    WINDOW_EMPTY: isWindowEmpty(first),
  };
  return printFlaw.options.filter((flaw) => found[flaw] === true);
}
