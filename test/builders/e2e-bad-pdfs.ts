import { AFRelationship, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { pageOf, stream, swelling } from '#test/builders/letter-bombs';
import { drawnPdf, endOf, openSenderPdf, senderPdf } from '#test/builders/letter-pdf';

const A4: [number, number] = [595.28, 841.89];

async function changed(change: (document: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = await PDFDocument.load(await drawnPdf(2));
  await change(document);
  return document.save();
}

async function sized(options: PDFKit.PDFDocumentOptions): Promise<Uint8Array> {
  const document = openSenderPdf(options);
  document.addPage().rect(57, 122, 100, 20).stroke();
  return endOf(document);
}

/** PDFs that no printer can take, and what is said of each. */
export const BAD_PDFS: readonly (readonly [what: string, rule: RegExp, make: () => Promise<Uint8Array>])[] = [
  ['cut in half', /damaged or no PDF/, async () => (await drawnPdf(2)).subarray(0, 2800)],
  ['encrypted', /it is encrypted/, async () => senderPdf(1, { userPassword: 'salasana' })],
  [
    'with a script',
    /it has scripts/,
    async () =>
      changed((document) => {
        document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'JavaScript', JS: PDFString.of('') }));
      }),
  ],
  [
    'with an attachment',
    /other files are embedded/,
    async () =>
      changed(async (document) =>
        document.attach(Buffer.from('<a/>'), 'a.xml', { afRelationship: AFRelationship.Data }),
      ),
  ],
  [
    'made to swell',
    /too large for a printer/,
    async () => pageOf(stream('/Filter /FlateDecode', swelling(512)), '<< >>'),
  ],
  ['of too many pages', /more than 500 pages/, async () => drawnPdf(501)],
  ['that lies', /landscape pages/, async () => sized({ size: 'A4', layout: 'landscape' })],
  ['of A3', /every page must be A4/, async () => sized({ size: 'A3' })],
  ['of letter size', /every page must be A4/, async () => sized({ size: 'LETTER' })],
  [
    'on which nothing stands',
    /no pages, or nothing stands/,
    async () => {
      const document = await PDFDocument.create();
      document.addPage(A4);
      return document.save();
    },
  ],
  [
    'without an address',
    /no address stands in the window/,
    async () => endOf(openSenderPdf({}).addPage().text(' ', 57, 500)),
  ],
];
