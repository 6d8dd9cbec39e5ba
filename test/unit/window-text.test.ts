import { PDFDocument, degrees } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { examinePdf } from '#shared/adapters/print/examine/examine-pdf';
import { LETTER_LAYOUT, points } from '#shared/adapters/print/layout';
import type { PostalAddress } from '#shared/domain/message/address';
import { namesSomebodyElse } from '#shared/domain/message/window-text';
import { pageOf, stream } from '#test/builders/letter-bombs';
import { endOf, openSenderPdf } from '#test/builders/letter-pdf';
import { address } from '#test/builders/messages';

const { window, opening } = LETTER_LAYOUT;
const TESSA = 'Testilä Tessa\nHenrikintie 14 B 3\n00370 HELSINKI';
const ANOTHER = 'Postila Paula\nKirjetie 5\n33100 TAMPERE';
const OTHER: readonly string[] = ['WINDOW_OF_ANOTHER'];

type Draw = (document: PDFKit.PDFDocument) => unknown;

async function pdfWith(draw: Draw): Promise<Uint8Array> {
  const document = openSenderPdf({});
  draw(document.addPage());
  return endOf(document);
}

const written =
  (text: string): Draw =>
  (document) =>
    document.text(text, points(window.left), points(window.top));

/** Flaws of a document that goes to an address as it lies. */
async function flawsOf(pdf: Uint8Array, to: Partial<PostalAddress> = {}): Promise<readonly string[]> {
  const { flaws, window: text } = await examinePdf(pdf);
  return text !== undefined && namesSomebodyElse(text, address(to)) ? [...flaws, ...OTHER] : flaws;
}

async function flaws(draw: Draw, to: Partial<PostalAddress> = {}) {
  return flawsOf(await pdfWith(draw), to);
}

/** A page in a font without a file, which is a flaw of its own; its text in these codes. */
function inFont(font: string, text: string, ...others: readonly string[]): Uint8Array {
  const show = stream('', Buffer.from(`BT /F 10 Tf 1 0 0 1 70 700 Tm ${text} Tj ET`));
  return pageOf(show, `<< /Font << /F ${font} >> >>`, ...others);
}

describe('a window in which the recipient is named', () => {
  it.each<[string, Draw, Partial<PostalAddress>]>([
    ['as the message says', written(TESSA), {}],
    ['in capitals, without accents', written(TESSA.toUpperCase().normalize('NFKD').replaceAll(/\p{M}/gu, '')), {}],
    ['with the first name first', written('Tessa Testilä\nHenrikintie 14 B 3\n00370 Helsinki'), {}],
    ['by the family name alone', written('Perhe Testilä\nHenrikintie 14\n00370 Helsinki'), {}],
    ['with a ligature', written('Graﬁikka Oy\n00370 HELSINKI'), { name: 'GRAFIIKKA' }],
    ['through somebody else', written('Holhooja Hilla\nc/o Tessa\n00370 HELSINKI'), { additionalName: 'Hilla' }],
    ['with spaces in the post code', written('Testilä Tessa\n00 370 HELSINKI'), {}],
    ['with the country before it', written('Testilä Tessa\nFI-00370 HELSINKI'), {}],
    ['besides a number of the matter', written('Dnro 12345\nTestilä Tessa\n00370 HELSINKI'), {}],
    ['without a post code', written('Testilä Tessa'), {}],
    ['abroad', written('Testilä Tessa\n11122 STOCKHOLM'), { zipCode: '111 22', countryCode: 'SE' }],
    [
      'letter by letter',
      (document) =>
        Array.from('TestiläTessa', (letter, index) => document.text(letter, points(25) + 8 * index, points(50))),
      {},
    ],
    [
      'right of what the window shows first',
      (document) => {
        written('Kirje')(document);
        document.text('Testilä', points(opening.left + opening.width - 20), points(60));
      },
      {},
    ],
  ])('%s is without a flaw', async (_, draw, to) => {
    expect(await flaws(draw, to)).toEqual([]);
  });
});

describe('a window that names somebody else', () => {
  it.each<[string, Draw]>([
    ['of another place', written(ANOTHER)],
    ['at the same post office', written('Postila Paula\nHenrikintie 14\n00370 HELSINKI')],
    ['of the same name at another post office', written('Testilä Tessa\nKirjetie 5\n33100 TAMPERE')],
    [
      'while the recipient is named further down',
      (document) => {
        written(ANOTHER)(document);
        document.text(TESSA, points(window.left), points(120));
      },
    ],
  ])('%s is a flaw', async (_, draw) => {
    expect(await flaws(draw)).toEqual(OTHER);
  });

  it('in a font of Windows is one too', async () => {
    const font = '<< /Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding >>';
    expect(await flawsOf(inFont(font, '(Postila Paula 33100 TAMPERE)'))).toEqual(['FONTS_NOT_EMBEDDED', ...OTHER]);
    expect(await flawsOf(inFont(font, '(Testil\\344 00370 HELSINKI)'))).toEqual(['FONTS_NOT_EMBEDDED']);
  });
});

describe('nothing is concluded', () => {
  it.each<[string, Draw]>([
    [
      'from a drawing, which may say more',
      (document) => written(ANOTHER)(document.rect(points(30), points(50), 40, 10).fill()),
    ],
    ['from a window with spaces only', written('   ')],
    ['from a text that is no address', written('Päätös hakemukseen 12345/2026\nAnnettu 23.11.2026')],
  ])('%s', async (_, draw) => {
    expect(await flaws(draw)).not.toEqual(expect.arrayContaining([...OTHER]));
  });

  it.each<[string, string, string[]]>([
    ['a font that does not say what it shows', '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>', []],
    ['a font of drawings', '<< /Type /Font /Subtype /Type3 /Encoding /WinAnsiEncoding >>', []],
    ['a font of another encoding', '<< /Type /Font /Subtype /Type0 /Encoding /90ms-RKSJ-H >>', []],
    ['no font at all', 'null', []],
  ])('from %s', async (_, font, others) => {
    expect(await flawsOf(inFont(font, '(Postila Paula 33100 TAMPERE)'))).toEqual(others);
  });

  it('from a page that is turned', async () => {
    const document = await PDFDocument.load(await pdfWith(written(ANOTHER)));
    document.getPage(0).setRotation(degrees(180));
    expect(await flawsOf(await document.save())).toEqual([]);
  });
});
