import { PDFDocument } from '@cantoo/pdf-lib';

const file = (...start: readonly number[]) => new Uint8Array([...start, ...Buffer.from('kuva')]);

/** Files that begin as a scan of each type does. */
export const PNG = file(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
export const JPEG = file(0xff, 0xd8, 0xff, 0xe0);

/** One white dot, a whole PNG that any program shows. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
);

/** What a scanner makes of a card: one page that is a picture, and no text. */
export async function scannedPdf(change: (document: PDFDocument) => unknown = () => undefined) {
  const document = await PDFDocument.create();
  const page = document.addPage([420, 297]);
  page.drawImage(await document.embedPng(DOT), { x: 0, y: 0, width: 420, height: 297 });
  await change(document);
  return new Uint8Array(await document.save());
}
