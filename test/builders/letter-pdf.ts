import { arrayBuffer } from 'node:stream/consumers';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import PdfKit from 'pdfkit';
import { readFonts } from '#shared/adapters/print/fonts';
import { type Box, LETTER_LAYOUT, points } from '#shared/adapters/print/layout';

const TEXT_RUN = /1 0 0 1 (\S+) (\S+) Tm\n\/(\w+) (\S+) Tf\n\[(.*)\] TJ/g;

/** A run of text as a page shows it. */
export interface Run {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  /** Millimetres from the top left corner of the sheet to the left end of the baseline. */
  readonly left: number;
  readonly baseline: number;
  /** Millimetres, by the widths the PDF tells of its font. */
  readonly width: number;
  /** Points. */
  readonly size: number;
}

/** The text of a PDF that pdfkit or the hub wrote, in the order it was set; read without any program outside npm. */
export async function runsOf(pdf: Uint8Array): Promise<Run[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().flatMap((page, index) => {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const contents = page.node.Contents();
    const runs = contents ? [...decoded(contents).matchAll(TEXT_RUN)] : [];
    return runs.map(([, x, y, name = '', size, glyphs = '']) => {
      const font = fonts?.lookup(PDFName.of(name), PDFDict);
      return {
        page: index + 1,
        text: textOf(glyphs, unicodesOf(font)).trimEnd(),
        left: millimetres(Number(x)),
        baseline: millimetres(page.getHeight() - Number(y)),
        width: millimetres((Number(size) * widthOf(glyphs, font)) / 1000),
        size: Number(size),
      };
    });
  });
}

function decoded(stream: PDFObject | undefined): string {
  if (stream instanceof PDFArray)
    return stream
      .asArray()
      .map((_, index) => decoded(stream.lookup(index)))
      .join('\n');
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

/** The characters of each glyph, from the font's ToUnicode table. */
function unicodesOf(font: PDFDict | undefined): readonly string[] {
  const table = decoded(font?.lookup(PDFName.of('ToUnicode')));
  return [...table.matchAll(/\[(.*)\]/g)].flatMap(([, entries = '']) =>
    [...entries.matchAll(/<([^>]*)>/g)].map(([, hex = '']) =>
      Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    ),
  );
}

function textOf(glyphs: string, unicodes: readonly string[]): string {
  return idsIn(glyphs)
    .map((id) => unicodes[id] ?? '?')
    .join('');
}

function idsIn(glyphs: string): number[] {
  return [...glyphs.matchAll(/<(\w+)>/g)]
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((id) => Number.parseInt(id, 16));
}

/** Thousandths of the size, by the font's table of widths: `[0 [...]]` (ISO 32000-1, 9.7.4.3). */
function widthOf(glyphs: string, font: PDFDict | undefined): number {
  const descendant = font?.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const widths = descendant?.lookup(PDFName.of('W'), PDFArray).lookup(1, PDFArray);
  return idsIn(glyphs).reduce((sum, id) => sum + (widths?.lookup(id, PDFNumber).asNumber() ?? 0), 0);
}

export function millimetres(points: number): number {
  return (points * 25.4) / 72;
}

/** Tells whether a run begins inside the box. */
export function standsIn({ left, top, width, height }: Box) {
  return (run: Run): boolean =>
    run.left >= left - 0.01 && run.left <= left + width && run.baseline >= top && run.baseline <= top + height;
}

/** A PDF as a sender makes it, with a title and an author: pages that say `Sivu 1`, `Sivu 2` and so on. */
export async function senderPdf(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const document = openSenderPdf(options);
  for (let page = 1; page <= pages; page += 1) document.addPage().text(`Sivu ${page}`);
  return endOf(document);
}

/** The same with an address in the window of its first page. */
export async function windowedPdf(pages: number): Promise<Uint8Array> {
  const { window } = LETTER_LAYOUT;
  const document = openSenderPdf({});
  for (let page = 1; page <= pages; page += 1) {
    document.addPage();
    if (page === 1)
      document.text('Testilä Tessa\nHenrikintie 14 B 3\n00370 HELSINKI', points(window.left), points(window.top));
    document.text(`Sivu ${page}`, points(window.left), points(LETTER_LAYOUT.firstText.top));
  }
  return endOf(document);
}

/** The same to whomever: what stands in the window is drawn, and can't be read. */
export async function drawnPdf(pages: number): Promise<Uint8Array> {
  const { window } = LETTER_LAYOUT;
  const document = openSenderPdf({});
  for (let page = 1; page <= pages; page += 1) {
    document.addPage().text(`Sivu ${page}`, points(window.left), points(LETTER_LAYOUT.firstText.top));
    if (page === 1) document.rect(points(window.left), points(window.top), points(40), points(10)).stroke();
  }
  return endOf(document);
}

/** Further pages of a sender are A4, in one embedded font. */
export function openSenderPdf(options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  const info = { Title: 'Tessa Testilä', Author: 'Virkailija', CreationDate: new Date(0) };
  const document = new PdfKit({ autoFirstPage: false, font: '', size: 'A4', info, ...options });
  return document.registerFont('sender', Buffer.from(readFonts().regular)).font('sender');
}

export async function endOf(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  document.end();
  return new Uint8Array(await arrayBuffer(document));
}
