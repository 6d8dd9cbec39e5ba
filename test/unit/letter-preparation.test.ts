import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, type PDFPage, extractPageContents } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Modules, dataMatrix } from '#shared/adapters/print/data-matrix/data-matrix';
import { examinePdf } from '#shared/adapters/print/examine/examine-pdf';
import { readFonts } from '#shared/adapters/print/fonts';
import { LETTER_LAYOUT, points } from '#shared/adapters/print/layout';
import { openLetterFile } from '#shared/adapters/print/letter-file';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import { layOutLetter } from '#shared/adapters/print/plain-letter';
import { breakLines } from '#shared/adapters/print/typesetting/break-lines';
import { readFaces } from '#shared/adapters/print/typesetting/face';
import { widthOf } from '#shared/adapters/print/typesetting/run';
import { letterId } from '#shared/domain/message/ids';
import type { LetterDraft, Printing } from '#shared/ports/letter-press';
import { endOf, openSenderPdf, runsOf, standsIn, windowedPdf } from '#test/builders/letter-pdf';
import { asked, hasTools } from '#test/builders/letter-tools';
import { letterNo } from '#bench/letters/text';

const press = makeLetterPress({ fonts: readFonts() });
const faces = readFaces(readFonts());
const LETTER = letterId.parse('4217-1-L1');
const ONE_SIDED: Printing = { letterId: LETTER, duplex: false, rotateLandscapePages: false };
const BOTH_SIDES: Printing = { ...ONE_SIDED, duplex: true };
const { recipient } = letterNo(1);
const addressPage = { recipient, sender: { ...recipient, name: 'Esimerkkikaupunki' } };

async function printed(draft: LetterDraft) {
  const composed = await press.compose(draft);
  if (!composed.ok) throw new Error(composed.refusal.kind);
  return composed.value;
}

const pagesOf = async (pdf: Uint8Array) => (await PDFDocument.load(pdf, { updateMetadata: false })).getPages();

/** The black boxes of a page as it is shown, in modules of 0.5 mm from the place of the mark. */
function markOn(page: PDFPage): string | undefined {
  const boxes = extractPageContents(page.node).flatMap((asset) => (asset.kind === 'graphics' ? [asset] : []));
  const [box] = boxes;
  if (!box) return undefined;
  const { left, top } = LETTER_LAYOUT.mark;
  const { x, y, width, height } = page.getRotation().angle === 270 ? shownTurned(page, box) : box;
  const fromTop = points(LETTER_LAYOUT.page.height) - y - height;
  expect(x).toBeCloseTo(points(left), 1);
  expect(fromTop).toBeCloseTo(points(top), 1);
  return `${Math.round(width / points(0.5))} x ${Math.round(height / points(0.5))}`;
}

interface Shown {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box of a page that is shown turned to the left. */
function shownTurned(page: PDFPage, { x, y, width, height }: Shown): Shown {
  return { x: page.getHeight() - y - height, y: x, width: height, height: width };
}

const sizeOf = (modules: Modules) => `${modules.length} x ${modules.length}`;
const markFor = (sheet: number, sheets: number) => sizeOf(dataMatrix(`${LETTER};${sheet};${sheets};C5`));

async function landscapePdf(): Promise<Uint8Array> {
  const document = openSenderPdf({});
  document.addPage().text('Pysty', points(20), points(50));
  document.addPage({ size: 'A4', layout: 'landscape' }).text('Vaaka', points(20), points(50));
  return endOf(document);
}

describe('an address page', () => {
  it('printed on both sides has an empty back', async () => {
    const { pdf, pages } = await printed({ pdf: await windowedPdf(3), addressPage, printing: BOTH_SIDES });
    expect(pages).toBe(5);
    const back = (await pagesOf(pdf))[1];
    expect(back && [Math.round(back.getWidth()), Math.round(back.getHeight())]).toEqual([595, 842]);
    expect(back?.node.Contents()).toBeUndefined();
    const texts = (await runsOf(pdf)).filter(({ text }) => text.startsWith('Sivu'));
    expect(texts.map(({ page, text }) => `${page}: ${text}`)).toEqual(['3: Sivu 1', '4: Sivu 2', '5: Sivu 3']);
  });

  it('has the words of the hub below the addresses, and nothing more in the window', async () => {
    const inserts = [{ heading: 'Siirry sähköiseen viestintään', paragraphs: ['Kansalaisneuvonta, 0295 000'] }];
    const { pdf } = await printed({ pdf: await windowedPdf(1), addressPage: { ...addressPage, inserts } });
    const runs = (await runsOf(pdf)).filter(({ page }) => page === 1);
    expect(runs.filter(standsIn(LETTER_LAYOUT.firstText)).map(({ text }) => text)).toEqual([
      'Siirry sähköiseen viestintään',
      'Kansalaisneuvonta, 0295 000',
    ]);
    expect(runs.filter(standsIn(LETTER_LAYOUT.opening))).toEqual(runs.filter(standsIn(LETTER_LAYOUT.window)));
  });

  it('printed on one side has the document right after it', async () => {
    expect((await printed({ pdf: await windowedPdf(3), addressPage, printing: ONE_SIDED })).pages).toBe(4);
  });
});

describe('the mark of a sheet', () => {
  it.each([
    ['one side', ONE_SIDED, [1, 2, 3, 4], 4],
    ['both sides', BOTH_SIDES, [1, undefined, 2, undefined, 3], 3],
  ])('stands on each front of a document printed on %s', async (_, printing, sheets, total) => {
    const { pdf } = await printed({ pdf: await windowedPdf(3), addressPage, printing });
    const marks = (await pagesOf(pdf)).map(markOn);
    expect(marks).toEqual(sheets.map((sheet) => (sheet === undefined ? undefined : markFor(sheet, total))));
  });

  it("stands on each front of the hub's own letters", async () => {
    const { pdf, pages } = await printed({ text: letterNo(1), printing: BOTH_SIDES });
    expect(pages).toBe(2);
    expect((await pagesOf(pdf)).map(markOn)).toEqual([markFor(1, 1), undefined]);
  });

  it('stands upright on a page that is turned', async () => {
    const printing = { ...ONE_SIDED, rotateLandscapePages: true };
    const { pdf } = await printed({ pdf: await landscapePdf(), addressPage, printing });
    expect((await pagesOf(pdf)).map(markOn)).toEqual([1, 2, 3].map((sheet) => markFor(sheet, 3)));
  });

  it('is none where nobody has said how the letter is printed, and on a document that is passed through', async () => {
    const alone = await printed({ text: letterNo(1) });
    const through = await printed({ pdf: await windowedPdf(2), printing: BOTH_SIDES });
    for (const { pdf } of [alone, through]) expect((await pagesOf(pdf)).map(markOn)).toEqual([undefined, undefined]);
  });
});

describe('a landscape page', () => {
  it.each([
    [true, [0, 270]],
    [false, [0, 0]],
  ])('is turned to the left where the sender says so: %s', async (rotateLandscapePages, turned) => {
    const { pdf } = await printed({ pdf: await landscapePdf(), printing: { ...ONE_SIDED, rotateLandscapePages } });
    expect((await pagesOf(pdf)).map((page) => page.getRotation().angle)).toEqual(turned);
  });

  it('that is not there leaves the document as it is', async () => {
    const pdf = await windowedPdf(2);
    const printing = { ...ONE_SIDED, rotateLandscapePages: true };
    expect((await printed({ pdf, printing })).pdf).toBe(pdf);
  });
});

describe('a file of many letters', () => {
  function fileOf(letters: number): { readonly pdf: Uint8Array; readonly chunks: readonly number[] } {
    const file = openLetterFile(faces, 'fi');
    const chunks = Array.from({ length: letters }, (_, number) => file.add(layOutLetter(faces, letterNo(number))));
    const all = [...chunks, file.close()];
    return { pdf: new Uint8Array(Buffer.concat(all)), chunks: all.map(({ length }) => length) };
  }

  it('has every letter, its address in the window', async () => {
    const runs = (await runsOf(fileOf(20).pdf)).filter(standsIn(LETTER_LAYOUT.window));
    expect(runs.filter(({ text }) => text.startsWith('Vastaanottaja')).map(({ page, text }) => [page, text])).toEqual(
      Array.from({ length: 20 }, (_, number) => [2 * number + 1, `Vastaanottaja ${number}`]),
    );
  });

  it('takes at most 10 KB a letter, given out as it is written', () => {
    const { pdf, chunks } = fileOf(50);
    expect(pdf.length / 50).toBeLessThan(10 * 1024);
    expect(Math.max(...chunks.slice(0, -1))).toBeLessThan(10 * 1024);
  });

  it('is without a flaw', async () => {
    expect((await examinePdf(fileOf(3).pdf)).flaws).toEqual([]);
  });
});

describe('lines of a text', () => {
  const style = { weight: 'regular', size: 10 } as const;

  it('are no wider than told and lose nothing but the spaces they end at', () => {
    const words = fc.array(fc.stringMatching(/^[a-zåäö0-9/-]{1,30}$/), { maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 400 }), (some, width) => {
        const text = some.join(' ');
        const lines = breakLines(faces, style, { text, width });
        for (const line of lines) expect(widthOf(faces, style, line)).toBeLessThanOrEqual(width + 0.001);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it.each([
    [
      'a figure and its unit stay together at a no-break space',
      '1 1 1 12\u00a0345,50\u00a0€',
      ['1 1 1', '12\u00a0345,50\u00a0€'],
    ],
    ['a web address stays whole where a line holds it', 'aaa www.a-b.fi/c', ['aaa', 'www.a-b.fi/c']],
    ['a hyphen ends a line', 'sähkö-yhtiössämme', ['sähkö-', 'yhtiössämme']],
    ['a range of numbers does not', 'aaaa 2020-2026', ['aaaa', '2020-2026']],
    ['a line end stays one', 'a\n\nb', ['a', '', 'b']],
  ])('%s', (_, text, lines) => {
    expect(breakLines(faces, style, { text, width: 75 })).toEqual(lines);
  });
});

describe.skipIf(!hasTools('qpdf'))('qpdf finds nothing to say', () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ["of the hub's own letter", async () => (await printed({ text: letterNo(1), printing: BOTH_SIDES })).pdf],
    [
      'of an address page before a document',
      async () => (await printed({ pdf: await windowedPdf(2), addressPage, printing: BOTH_SIDES })).pdf,
    ],
    [
      'of turned pages',
      async () =>
        (
          await printed({
            pdf: await landscapePdf(),
            addressPage,
            printing: { ...BOTH_SIDES, rotateLandscapePages: true },
          })
        ).pdf,
    ],
    ...readdirSync('local/samples/pdf').map((name): [string, () => Promise<Uint8Array>] => [
      `of ${name} with an address page`,
      async () =>
        (await printed({ pdf: readFileSync(join('local/samples/pdf', name)), addressPage, printing: BOTH_SIDES })).pdf,
    ]),
  ])('%s', async (_, make) => {
    const { status, stdout } = asked('qpdf', ['--check'], await make());
    expect(stdout).toContain('No syntax or stream encoding errors found');
    expect(status).toBe(0);
  });
});
