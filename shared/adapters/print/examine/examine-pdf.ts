import type { PDFDocument } from '@cantoo/pdf-lib';
import { hasFilesInside, isScripted } from '#shared/adapters/print/examine/active-content';
import { embedsItsFonts } from '#shared/adapters/print/examine/fonts-embedded';
import { isA4, isLandscape } from '#shared/adapters/print/examine/page-size';
import { readPdf } from '#shared/adapters/print/examine/read-pdf';
import { isWindowEmpty } from '#shared/adapters/print/examine/window';
import { windowText } from '#shared/adapters/print/examine/window-text';
import { type PrintFlaw, printFlaw } from '#shared/domain/message/print-flaw';
import type { ExaminePdf, PdfLook } from '#shared/ports/examine-pdf';

/** By @cantoo/pdf-lib. Nothing of the document is run, shown or kept; memory and time are bounded whatever it is (readPdf). */
export const examinePdf: ExaminePdf = async (pdf) => {
  const read = await readPdf(pdf);
  if (!read.ok) return { flaws: [read.refusal.flaw] };
  try {
    return lookAt(read.value);
  } catch {
    return { flaws: ['UNREADABLE'] };
  }
};

function lookAt(document: PDFDocument): PdfLook {
  const flaws = flawsOf(document);
  const [first] = document.getPages();
  const window = first && windowText(first);
  return flaws.length === 0 ? { flaws, pages: document.getPageCount(), window } : { flaws, window };
}

function flawsOf(document: PDFDocument): PrintFlaw[] {
  if (document.isEncrypted) return ['ENCRYPTED'];
  const pages = document.getPages();
  const [first] = pages;
  if (!first || pages.every(({ node }) => node.Contents() === undefined)) return ['EMPTY'];
  const found: Partial<Record<PrintFlaw, boolean>> = {
    SCRIPTED: isScripted(document),
    FILES_INSIDE: hasFilesInside(document),
    NOT_A4: !pages.every(isA4),
    LANDSCAPE: pages.some(isLandscape),
    FONTS_NOT_EMBEDDED: !pages.every(embedsItsFonts),
    WINDOW_EMPTY: isWindowEmpty(first),
  };
  return printFlaw.options.filter((flaw) => found[flaw] === true);
}
