import { readFileSync, readdirSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examinePdf } from '#shared/adapters/print/examine/examine-pdf';
import { readFonts } from '#shared/adapters/print/fonts';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import { type PrintFlaw, printFlaw } from '#shared/domain/message/print-flaw';
import { joined, pageOf, pdfOf, stream, swelling } from '#test/builders/letter-bombs';
import { windowedPdf } from '#test/builders/letter-pdf';
import { address } from '#test/builders/messages';

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const FLATE = '/Filter /FlateDecode';
/** Something in the window, so that nothing else is found. */
const WRITTEN = stream('', Buffer.from('BT /F1 9 Tf 70 700 Td (a) Tj ET'));
const NOTHING = '<< >>';

/** A row of page trees, each of which names the next one twice. */
function doubling(levels: number): string[] {
  return Array.from({ length: levels }, (_, level) => {
    const next = level + 3;
    return `<< /Type /Pages /Count 1 /Kids [${next} 0 R ${next} 0 R] /MediaBox [0 0 595.28 841.89] >>`;
  });
}

/** Forms of which each draws the next one thirty times. */
function drawingForms(levels: number): Uint8Array[] {
  return Array.from({ length: levels }, (_, level) => {
    const dict = `/Type /XObject /Subtype /Form /Resources << /XObject << /A ${level + 7} 0 R >> >>`;
    return stream(dict, Buffer.from('/A Do '.repeat(30)));
  });
}

/** A stream of objects of which each begins inside the one before. */
function overlapping(count: number): Uint8Array {
  const heads = Array.from({ length: count }, (_, index) => `${index + 10} ${index}`).join(' ');
  const body = `${'('.repeat(count)}${')'.repeat(count)}`;
  return stream(
    `/Type /ObjStm /N ${count} /First ${heads.length + 1} ${FLATE}`,
    deflateSync(Buffer.from(`${heads}\n${body}`)),
  );
}

describe('a PDF that was made to be too much', () => {
  it.each<[string, PrintFlaw, () => Uint8Array]>([
    ['a page of four gigabytes', 'TOO_LARGE', () => pageOf(stream(FLATE, swelling(4096)), NOTHING)],
    [
      'one that is deflated twice',
      'TOO_LARGE',
      () => pageOf(stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(swelling(4096))), NOTHING),
    ],
    [
      'one that is written in digits besides',
      'TOO_LARGE',
      () => {
        const digits = Buffer.from(`${Buffer.from(swelling(1024)).toString('hex')}>`);
        return pageOf(stream('/Filter [/ASCIIHexDecode /FlateDecode]', digits), NOTHING);
      },
    ],
    [
      'runs of one letter',
      'TOO_LARGE',
      () => pageOf(stream('/Filter /RunLengthDecode', Buffer.from('\x81a'.repeat(1_500_000), 'latin1')), NOTHING),
    ],
    [
      'three streams that nothing shows, each within bounds',
      'TOO_LARGE',
      () => pageOf(WRITTEN, NOTHING, ...new Array<Uint8Array>(3).fill(stream(FLATE, swelling(60)))),
    ],
    [
      'objects of two gigabytes in a stream',
      'TOO_LARGE',
      () => pageOf(WRITTEN, NOTHING, stream(`/Type /ObjStm /N 1 /First 4 ${FLATE}`, swelling(2048))),
    ],
    ['objects one inside another', 'UNREADABLE', () => pageOf(WRITTEN, NOTHING, overlapping(100_000))],
    [
      'a table of a thousand million objects',
      'TOO_LARGE',
      () => pageOf(WRITTEN, NOTHING, stream('/Type /XRef /Size 1000000000 /W [0 0 0]', Buffer.from(''))),
    ],
    [
      'a table whose numbers are as wide',
      'TOO_LARGE',
      () => pageOf(WRITTEN, NOTHING, stream('/Type /XRef /Size 9 /W [1 1000000000 1]', Buffer.from(''))),
    ],
    [
      'a million objects',
      'TOO_LARGE',
      () =>
        joined(
          pageOf(WRITTEN, NOTHING),
          Array.from({ length: 600_000 }, (_, id) => `${id + 9} 0 obj 1\n`),
        ),
    ],
    [
      'a picture of a thousand million points',
      'TOO_LARGE',
      () =>
        pageOf(
          WRITTEN,
          NOTHING,
          stream('/Subtype /Image /Width 40000 /Height 25000 /Filter /DCTDecode', Buffer.from('x')),
        ),
    ],
    ['spaces where an object should be', 'UNREADABLE', () => joined('%PDF-1.7\nxx', Buffer.alloc(9_000_000, ' '))],
    ['one number as long as the file', 'UNREADABLE', () => joined('%PDF-1.7\nxx', Buffer.alloc(9_000_000, '1'))],
    ['nothing but letters', 'UNREADABLE', () => joined('%PDF-1.7\n', Buffer.alloc(9_000_000, 'x'))],
    [
      'a hundred thousand pages',
      'TOO_MANY_PAGES',
      () =>
        pdfOf(
          CATALOG,
          `<< /Type /Pages /Count 100000 /Kids [${Array.from({ length: 100_000 }, (_, id) => `${id + 3} 0 R`).join(' ')}] >>`,
          ...new Array<string>(100_000).fill('<< /Type /Page /Parent 2 0 R >>'),
        ),
    ],
    [
      'one page that hangs on the tree a thousand million times',
      'TOO_MANY_PAGES',
      () => pdfOf(CATALOG, ...doubling(30), '<< /Type /Page >>'),
    ],
    [
      'a tree of pages that goes in a circle',
      'UNREADABLE',
      () => pdfOf(CATALOG, '<< /Type /Pages /Count 1 /Kids [2 0 R] >>'),
    ],
    [
      'a page that hangs on itself',
      'UNREADABLE',
      () =>
        pdfOf(CATALOG, '<< /Type /Pages /Kids [3 0 R] >>', '<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>', WRITTEN),
    ],
    [
      'lists a million deep',
      'UNREADABLE',
      () => pageOf(WRITTEN, NOTHING, `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`),
    ],
  ])('%s: %s', async (_, flaw, make) => {
    const pdf = make();
    expect(pdf.length).toBeLessThan(11_000_000);
    expect((await examinePdf(pdf)).flaws).toEqual([flaw]);
  });

  it.each<[string, () => Uint8Array]>([
    [
      'forms drawn a thousand million times',
      () => pageOf(stream('', Buffer.from('/A Do')), '<< /XObject << /A 6 0 R >> >>', ...drawingForms(9), WRITTEN),
    ],
    [
      'a form that draws itself',
      () =>
        pageOf(
          stream('', Buffer.from('/A Do')),
          '<< /XObject << /A 6 0 R >> >>',
          stream('/Subtype /Form /Resources 5 0 R', Buffer.from('/A Do '.repeat(40))),
        ),
    ],
    [
      'a stream that claims to be longer than any file',
      () => pageOf(joined(`<< /Length 9007199254740991 >>\nstream\nBT 70 700 Td (a) Tj ET\nendstream`), NOTHING),
    ],
    [
      'tables that name each other as the one before',
      () => joined(pageOf(WRITTEN, NOTHING), 'xref\n0 0\ntrailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n'),
    ],
  ])('%s are read, and nothing is found that could not be told', async (_, make) => {
    expect((await examinePdf(make())).flaws).toEqual([]);
  });

  it('is refused by the press too, which may be the first to see it', async () => {
    const press = makeLetterPress({ fonts: readFonts() });
    const pdf = pageOf(stream(FLATE, swelling(2048)), NOTHING);
    expect(await press.compose({ pdf })).toEqual({ ok: false, refusal: { kind: 'pdf-unreadable' } });
  });
});

const SEEDS = [
  windowedPdf(2),
  ...readdirSync('local/samples/pdf').map(async (name) => readFileSync(`local/samples/pdf/${name}`)),
];

/** What a mutation by single bytes seldom writes. */
const WORDS = [
  'endobj',
  'stream\n',
  'endstream',
  '/Length 99999999',
  '/Kids [2 0 R]',
  '0 R',
  '<<',
  ']',
  '/Type /XRef',
  '/Filter /LZWDecode',
];

/** A PDF with some of its bytes changed, some of it left out and some of it said twice. */
const damaged = fc
  .record({
    seed: fc.nat(SEEDS.length - 1),
    bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 20 }),
    cut: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(400)),
    again: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(4000)),
    words: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...WORDS)), { maxLength: 4 }),
  })
  .map(({ seed, ...changes }) => ({ seed, change: (pdf: Uint8Array) => change(pdf, changes) }));

interface Changes {
  readonly bytes: readonly (readonly [number, number])[];
  readonly cut: readonly [number, number];
  readonly again: readonly [number, number];
  readonly words: readonly (readonly [number, string])[];
}

function change(pdf: Uint8Array, { bytes, cut, again, words }: Changes): Uint8Array {
  const at = (part: number) => Math.floor(part * (pdf.length - 1));
  const copy = Buffer.from(pdf);
  for (const [part, byte] of bytes) copy[at(part)] = byte;
  for (const [part, word] of words) copy.write(word, at(part), 'latin1');
  const [from, length] = [at(cut[0]), cut[1]];
  const [twice, more] = [at(again[0]), again[1]];
  return joined(copy.subarray(0, from), copy.subarray(from + length), copy.subarray(twice, twice + more));
}

describe('a PDF that is damaged in whatever way', () => {
  it('is told of, and nothing is thrown', async () => {
    const seeds = await Promise.all(SEEDS);
    await fc.assert(
      fc.asyncProperty(damaged, async ({ seed, change: damage }) => {
        const pdf = damage(seeds[seed] ?? new Uint8Array());
        const { flaws } = await examinePdf(pdf);
        expect(printFlaw.options).toEqual(expect.arrayContaining([...flaws]));
      }),
      { numRuns: 200 },
    );
  });

  it('is composed or refused, and nothing is thrown', async () => {
    const seeds = await Promise.all(SEEDS);
    const press = makeLetterPress({ fonts: readFonts() });
    await fc.assert(
      fc.asyncProperty(damaged, async ({ seed, change: damage }) => {
        const pdf = damage(seeds[seed] ?? new Uint8Array());
        const { ok } = await press.compose({ pdf, addressPage: { recipient: address(), sender: address() } });
        expect(typeof ok).toBe('boolean');
      }),
      { numRuns: 50 },
    );
  });
});
