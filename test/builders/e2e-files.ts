import { PDFDocument } from '@cantoo/pdf-lib';
import { drawnPdf } from '#test/builders/letter-pdf';

/** A PDF that can be printed: A4 pages, an address to whomever in the window of the first. */
export async function pdfOf(pages = 1): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await drawnPdf(pages));
}

/** How many pages a PDF has. */
export async function pagesOf(pdf: Uint8Array): Promise<number> {
  return (await PDFDocument.load(pdf)).getPageCount();
}

const bytes = (...first: readonly number[]) => new Uint8Array([...first, ...Buffer.from('the rest of the file')]);
const OLE = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const ZIP = bytes(0x50, 0x4b, 0x03, 0x04);
const OOXML = 'application/vnd.openxmlformats-officedocument';

/** One file of each type the national API takes: name, media type, content that begins as such a file does. */
export const ACCEPTED_FILES = [
  ['liite.pdf', 'application/pdf', bytes(...Buffer.from('%PDF-1.7\n'))],
  ['kuva.jpeg', 'image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['kuva.png', 'image/png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['asiakirja.doc', 'application/msword', OLE],
  ['taulukko.xls', 'application/vnd.ms-excel', OLE],
  ['esitys.ppt', 'application/vnd.ms-powerpoint', OLE],
  ['asiakirja.docx', `${OOXML}.wordprocessingml.document`, ZIP],
  ['taulukko.xlsx', `${OOXML}.spreadsheetml.sheet`, ZIP],
  ['esitys.pptx', `${OOXML}.presentationml.presentation`, ZIP],
  ['asiakirja.odt', 'application/vnd.oasis.opendocument.text', ZIP],
  ['taulukko.ods', 'application/vnd.oasis.opendocument.spreadsheet', ZIP],
  ['teksti.txt', 'text/plain', new Uint8Array(Buffer.from('Terveisiä.\n'))],
] as const satisfies readonly (readonly [string, string, Uint8Array<ArrayBuffer>])[];

/** One file of each type the national API took in version 1 and takes no more, and one it never took. */
export const REFUSED_FILES = [
  ['kuva.gif', 'image/gif', bytes(...Buffer.from('GIF89a'))],
  ['luettelo.csv', 'text/csv', new Uint8Array(Buffer.from('a;b\n1;2\n'))],
  ['tiedot.xml', 'application/xml', new Uint8Array(Buffer.from('<a/>'))],
  ['tiedot.json', 'application/json', new Uint8Array(Buffer.from('{}'))],
  ['paketti.zip', 'application/zip', ZIP],
  ['kirje.rtf', 'application/rtf', new Uint8Array(Buffer.from('{\\rtf1}'))],
  ['ohjelma.exe', 'application/x-msdownload', bytes(0x4d, 0x5a)],
] as const satisfies readonly (readonly [string, string, Uint8Array<ArrayBuffer>])[];
