import { readFileSync, readdirSync } from 'node:fs';
import { AFRelationship, PDFDocument, PDFName, PDFString, StandardFonts, degrees } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { examinePdf } from '#shared/adapters/print/examine/examine-pdf';
import { LETTER_LAYOUT, points } from '#shared/adapters/print/layout';
import { MOST_PAGES, PRINT_RULES, type PrintFlaw, flawsLeft, printFlaw } from '#shared/domain/message/print-flaw';
import { joined, pdfOf, stream } from '#test/builders/letter-bombs';
import { endOf, openSenderPdf, senderPdf, windowedPdf } from '#test/builders/letter-pdf';

const A4: [number, number] = [595.28, 841.89];
const { opening } = LETTER_LAYOUT;
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** A printable document with something done to it. */
async function changed(change: (document: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = await PDFDocument.load(await windowedPdf(2));
  await change(document);
  return document.save();
}

async function sizedPdf(size: PDFKit.PDFDocumentOptions): Promise<Uint8Array> {
  const document = openSenderPdf(size);
  document.addPage().text('Testilä Tessa', points(20), points(45));
  return endOf(document);
}

/** A page on which one thing stands, in millimetres from the top left. */
async function pageWith(draw: (document: PDFKit.PDFDocument) => unknown): Promise<Uint8Array> {
  const document = openSenderPdf({});
  draw(document.addPage());
  return endOf(document);
}

/** Nothing on the first page but these operators. */
function write(document: PDFDocument, operators: string): void {
  const { context } = document;
  document.getPage(0).node.set(PDFName.of('Contents'), context.register(context.flateStream(operators)));
}

const action = (kind: string) => (document: PDFDocument) => {
  document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: kind, F: PDFString.of('x') }));
};

describe('a document without flaws', () => {
  it.each(readdirSync('local/samples/pdf'))('is the sample %s', async (name) => {
    expect((await examinePdf(readFileSync(`local/samples/pdf/${name}`))).flaws).toEqual([]);
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ['has its address in the window', () => windowedPdf(3)],
    ['jumps to a page when it is opened', () => changed(action('GoTo'))],
    [
      'has a scanned page in the place of the address',
      () => pageWith((page) => page.image(PIXEL, 0, 0, { width: 600, height: 800 })),
    ],
    ['has its address drawn', () => pageWith((page) => page.rect(points(30), points(50), 40, 10).fill())],
    ['is 1 mm short of A4', () => sizedPdf({ size: [592.5, 840] })],
    [
      'stands on a larger sheet that is cut to A4',
      () =>
        changed((document) => {
          for (const page of document.getPages()) {
            page.setMediaBox(-20, -20, 640, 890);
            page.setCropBox(0, 0, ...A4);
          }
        }),
    ],
    [
      'shows its address last of one text object',
      () =>
        changed((document) => {
          write(document, 'BT /F1 9 Tf 57 800 Td <0001> Tj 12 TL T* <0001> Tj 0 -90 Td <0001> Tj ET');
        }),
    ],
    [
      'may have its address in a picture among the operators',
      () =>
        changed((document) => {
          write(document, 'q 300 0 0 300 0 600 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q');
        }),
    ],
    [
      'shows its address in a form that is moved into place',
      () =>
        changed((document) => {
          const text = document.context.flateStream('BT 1 0 0 1 0 0 Tm <0001> Tj ET', {
            Subtype: 'Form',
            Matrix: [1, 0, 0, 1, 50, 0],
          });
          const name = document.getPage(0).node.newXObject('Form', document.context.register(text));
          write(document, `q 1 0 0 1 20 700 cm ${name.asString()} Do Q`);
        }),
    ],
    [`has ${MOST_PAGES} pages`, () => windowedPdf(MOST_PAGES)],
  ])('%s', async (_, make) => {
    expect((await examinePdf(await make())).flaws).toEqual([]);
  });

  it('says how many pages it has', async () => {
    expect((await examinePdf(readFileSync('local/samples/pdf/palautuskehotus-kirjasto.pdf'))).pages).toBe(1);
  });
});

describe('a document with a flaw', () => {
  it.each<[PrintFlaw, string, () => Promise<Uint8Array>]>([
    ['UNREADABLE', 'without bytes', async () => new Uint8Array()],
    ['UNREADABLE', 'that is no PDF', async () => Buffer.from('<html>Päätös</html>')],
    ['UNREADABLE', 'with a header and nothing more', async () => Buffer.from('%PDF-1.7\n%%EOF\n')],
    ['UNREADABLE', 'cut in half', async () => (await windowedPdf(2)).subarray(0, 2800)],
    ['ENCRYPTED', 'with a password', () => senderPdf(1, { userPassword: 'salasana' })],
    ['ENCRYPTED', 'with a password of its owner', () => senderPdf(1, { ownerPassword: 'salasana' })],
    [
      'ENCRYPTED',
      'whose objects lie in encrypted streams',
      async () => {
        const objects = stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', Buffer.from('encrypted'));
        return joined(pdfOf(objects), 'trailer\n<< /Root 1 0 R /Encrypt 9 0 R >>\n');
      },
    ],
    ['EMPTY', 'without pages', () => senderPdf(0)],
    [
      'EMPTY',
      'with pages on which nothing stands',
      async () => {
        const document = await PDFDocument.create();
        document.addPage(A4);
        return document.save();
      },
    ],
    ['TOO_MANY_PAGES', `of ${MOST_PAGES + 1} pages`, () => windowedPdf(MOST_PAGES + 1)],
    [
      'SCRIPTED',
      'with a script of the document',
      () =>
        changed((document) => {
          document.addJavaScript('a', 'app.alert(1)');
        }),
    ],
    ['SCRIPTED', 'with a script that runs when it is opened', () => changed(action('JavaScript'))],
    ['SCRIPTED', 'that starts a program', () => changed(action('Launch'))],
    ['SCRIPTED', 'that sends what is filled in', () => changed(action('SubmitForm'))],
    [
      'SCRIPTED',
      'with a script at a page',
      () =>
        changed((document) => {
          const script = { O: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } };
          document.getPage(1).node.set(PDFName.of('AA'), document.context.obj(script));
        }),
    ],
    [
      'FILES_INSIDE',
      'with an attachment',
      () =>
        changed((document) => document.attach(Buffer.from('<a/>'), 'a.xml', { afRelationship: AFRelationship.Data })),
    ],
    ['NOT_A4', 'of letter size', () => sizedPdf({ size: 'LETTER' })],
    ['NOT_A4', 'of A3', () => sizedPdf({ size: 'A3' })],
    ['NOT_A4', 'of A5', () => sizedPdf({ size: 'A5' })],
    [
      'NOT_A4',
      'of which the last page is larger',
      () =>
        changed((document) => {
          document.getPage(1).setSize(700, 900);
        }),
    ],
    [
      'LANDSCAPE',
      'that lies',
      () =>
        changed((document) => {
          document.getPage(1).setSize(A4[1], A4[0]);
        }),
    ],
    [
      'LANDSCAPE',
      'of which a page is turned',
      () =>
        changed((document) => {
          document.getPage(1).setRotation(degrees(90));
        }),
    ],
    [
      'FONTS_NOT_EMBEDDED',
      'set in a font every reader has',
      () =>
        changed(async (document) => {
          const font = await document.embedFont(StandardFonts.Helvetica);
          document.getPage(1).drawText('Sivu', { font });
        }),
    ],
    [
      'FONTS_NOT_EMBEDDED',
      'with a field set in such a font',
      () =>
        changed((document) => {
          document.getForm().createTextField('nimi').addToPage(document.getPage(1));
        }),
    ],
    [
      'WINDOW_EMPTY',
      'whose texts stand above the window and below it',
      () =>
        changed((document) => {
          write(document, 'BT 57 800 Td <0001> Tj 0 -200 Td <0001> Tj ET');
        }),
    ],
    [
      'WINDOW_EMPTY',
      'whose address stands above the window',
      () => pageWith((page) => page.text('Tessa', points(20), points(20))),
    ],
    [
      'WINDOW_EMPTY',
      'whose address stands right of the window',
      () => pageWith((page) => page.text('Tessa', points(opening.left + opening.width + 5), points(50))),
    ],
  ])('%s: %s', async (flaw, _, make) => {
    expect((await examinePdf(await make())).flaws).toEqual([flaw]);
  });

  it('has every one it has told', async () => {
    const pdf = await changed(async (document) => {
      await document.attach(Buffer.from('<a/>'), 'a.xml');
      action('JavaScript')(document);
      document.getPage(1).setSize(900, 700);
    });
    expect((await examinePdf(pdf)).flaws).toEqual(['SCRIPTED', 'FILES_INSIDE', 'NOT_A4', 'LANDSCAPE']);
  });
});

describe('what the sender asks for', () => {
  const all = printFlaw.options;

  it.each<[PrintFlaw[], { createAddressPage: boolean; rotateLandscapePages: boolean }]>([
    [[], { createAddressPage: false, rotateLandscapePages: false }],
    [['WINDOW_EMPTY', 'WINDOW_OF_ANOTHER'], { createAddressPage: true, rotateLandscapePages: false }],
    [['LANDSCAPE'], { createAddressPage: false, rotateLandscapePages: true }],
    [['LANDSCAPE', 'WINDOW_EMPTY', 'WINDOW_OF_ANOTHER'], { createAddressPage: true, rotateLandscapePages: true }],
  ])('mends %j by %j and nothing else', (mended, wishes) => {
    expect(flawsLeft(all, wishes)).toEqual(all.filter((flaw) => !mended.includes(flaw)));
  });

  it('is told in words of its own for each flaw', () => {
    expect(new Set(Object.values(PRINT_RULES)).size).toBe(all.length);
  });
});
