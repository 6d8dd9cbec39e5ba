import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFPageTree,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { BoundedParser } from '#shared/adapters/print/examine/bounded-parser';
import { SwollenError, unpacked } from '#shared/adapters/print/examine/unpack';
import { MOST_PAGES, type PrintFlaw } from '#shared/domain/message/print-flaw';
import { ok, refuse, type Result } from '#shared/kernel/result';

/** What a document can not even be looked through for. */
export interface PdfUnread {
  readonly kind: 'pdf-unread';
  readonly flaw: Extract<PrintFlaw, 'UNREADABLE' | 'ENCRYPTED' | 'TOO_LARGE' | 'TOO_MANY_PAGES'>;
}

const READING = { parseSpeed: ParseSpeeds.Fastest, throwOnInvalidObject: true, updateMetadata: false };
const MB = 1024 * 1024;
/** Bytes of what a printer unpacks: of one stream, of all but pictures, and of a picture (A4 in four colours at 600 points an inch has 140 MB). */
const [MOST_OF_ONE, MOST_OF_ALL, MOST_OF_PICTURE] = [64 * MB, 128 * MB, 256 * MB];
/** Branches of the tree that pages hang on. */
const MOST_BRANCHES = 10 * MOST_PAGES;

/**
 * Reads a PDF of a stranger, in memory and time that its length in bytes bounds: it may be made to swell, to be deep or to go
 * in circles. Its pages can be walked and its streams unpacked afterwards.
 */
export async function readPdf(pdf: Uint8Array): Promise<Result<PDFDocument, PdfUnread>> {
  try {
    await new BoundedParser(pdf).parseDocument();
    const document = await PDFDocument.load(pdf, READING);
    if (isSwollen(document)) return unread('TOO_LARGE');
    return countPages(document) > MOST_PAGES ? unread('TOO_MANY_PAGES') : ok(document);
  } catch (fault) {
    if (fault instanceof SwollenError) return unread('TOO_LARGE');
    return unread(fault instanceof EncryptedPDFError || saysEncrypted(pdf) ? 'ENCRYPTED' : 'UNREADABLE');
  }
}

function unread(flaw: PdfUnread['flaw']): Result<never, PdfUnread> {
  return refuse({ kind: 'pdf-unread', flaw });
}

/** What holds the objects of an encrypted document may be encrypted itself, and then can't be parsed. */
function saysEncrypted(pdf: Uint8Array): boolean {
  return /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(Buffer.from(pdf).toString('latin1'));
}

function isSwollen({ context }: PDFDocument): boolean {
  let all = 0;
  return context.enumerateIndirectObjects().some(([, object]) => {
    if (!(object instanceof PDFRawStream)) return false;
    if (object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image'))
      return bytesOfPicture(object) > MOST_OF_PICTURE;
    all += lengthOf(object, Math.min(MOST_OF_ONE, MOST_OF_ALL - all));
    return all > MOST_OF_ALL;
  });
}

/** Infinite where it is more than `most`; as it lies there where it can't be unpacked. */
function lengthOf(stream: PDFRawStream, most: number): number {
  try {
    return unpacked(stream, most).length;
  } catch (fault) {
    return fault instanceof SwollenError ? Infinity : stream.contents.length;
  }
}

/** In the four colours of a printer, by what it says of itself. */
function bytesOfPicture({ dict }: PDFRawStream): number {
  const [width, height] = ['Width', 'Height'].map((key) => dict.lookup(PDFName.of(key)));
  return width instanceof PDFNumber && height instanceof PDFNumber ? 4 * width.asNumber() * height.asNumber() : 0;
}

/** As far as one more than a letter may have. A page counts as often as it hangs on the tree, which may go in circles. */
function countPages({ catalog }: PDFDocument): number {
  const waiting: PDFPageTree[] = [catalog.Pages()];
  let pages = 0;
  for (let branches = 0; waiting.length > 0 && pages <= MOST_PAGES; branches += 1) {
    if (branches > MOST_BRANCHES) throw new Error('a tree of pages without end');
    const kids = waiting.pop()?.Kids();
    for (let index = 0; kids && index < kids.size() && pages + waiting.length <= MOST_BRANCHES; index += 1) {
      const kid = kids.lookup(index);
      if (kid instanceof PDFPageTree) waiting.push(kid);
      else pages += 1;
    }
  }
  return pages;
}
