import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readFonts } from '#shared/adapters/print/fonts';
import { type Box, LETTER_LAYOUT, points } from '#shared/adapters/print/layout';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import { postalAddress, type PostalAddress } from '#shared/domain/message/address';
import type { LetterDraft } from '#shared/ports/letter-press';
import { runsOf, senderPdf, standsIn } from '#test/builders/letter-pdf';
import { asked, hasTools, wordsOnFirstPage } from '#test/builders/letter-tools';

const fonts = readFonts();
const press = makeLetterPress({ fonts });

const recipient: PostalAddress = {
  name: 'Testilä Tessa',
  streetAddress: 'Henrikintie 14 B 3',
  zipCode: '00370',
  city: 'Helsinki',
  countryCode: 'FI',
};
const sender: PostalAddress = {
  name: 'Esimerkkikaupunki, Kasvun ja oppimisen toimiala',
  streetAddress: 'Kaupungintalonkatu 1',
  zipCode: '02770',
  city: 'Espoo',
  countryCode: 'FI',
};
const letter = {
  title: 'Päätös varhaiskasvatusmaksusta',
  body: 'Hyvä vastaanottaja\n\nMaksu on 186,00 € kuukaudessa.\nSe peritään jälkikäteen.',
  recipient,
  sender: 'Esimerkkikaupunki, Varhaiskasvatus',
  language: 'fi',
  date: '23.11.2026',
} as const;

async function printed(draft: LetterDraft) {
  const composed = await press.compose(draft);
  if (!composed.ok) throw new Error(composed.refusal.kind);
  return composed.value;
}

async function firstPageLines(draft: LetterDraft, box: Box): Promise<string[]> {
  const runs = await runsOf((await printed(draft)).pdf);
  return runs
    .filter((run) => run.page === 1)
    .filter(standsIn(box))
    .map((run) => run.text);
}

const UNREADABLE = { ok: false, refusal: { kind: 'pdf-unreadable' } };

describe('a document of the sender', () => {
  it('keeps its bytes when it has no address page', async () => {
    const pdf = await senderPdf(3);
    const before = pdf.slice();
    const composed = await printed({ pdf });
    expect(composed.pdf).toBe(pdf);
    expect(composed.pdf).toEqual(before);
    expect(composed.pages).toBe(3);
  });

  it('keeps its pages after the address page', async () => {
    const { pdf, pages } = await printed({ pdf: await senderPdf(2), addressPage: { recipient, sender } });
    const texts = (await runsOf(pdf)).map(({ page, text }) => `${page}: ${text}`);
    expect(pages).toBe(3);
    expect(texts).toContain('1: Testilä Tessa');
    expect(texts.slice(-2)).toEqual(['2: Sivu 1', '3: Sivu 2']);
  });

  it('loses its title and author with an address page', async () => {
    const { pdf } = await printed({ pdf: await senderPdf(1), addressPage: { recipient, sender } });
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    expect([document.getTitle(), document.getAuthor()]).toEqual([undefined, undefined]);
    expect(Buffer.from(pdf).includes('Virkailija')).toBe(false);
  });

  it.each([
    ['without bytes', async () => new Uint8Array()],
    ['that is no PDF', async () => new TextEncoder().encode('<html><body>Päätös</body></html>')],
    ['with a header and nothing more', async () => new TextEncoder().encode('%PDF-1.7\n%%EOF\n')],
    ['cut in half', async () => (await senderPdf(2)).subarray(0, 2800)],
    ['without pages', () => senderPdf(0)],
    ['encrypted with a password', () => senderPdf(1, { userPassword: 'salasana' })],
    ['encrypted for its owner only', () => senderPdf(1, { ownerPassword: 'salasana' })],
  ])('%s is refused as unreadable', async (_, make) => {
    const pdf = await make();
    expect(await press.compose({ pdf })).toEqual(UNREADABLE);
    expect(await press.compose({ pdf, addressPage: { recipient, sender } })).toEqual(UNREADABLE);
  });

  it('and a text may not both be missing', async () => {
    await expect(press.compose({})).rejects.toThrow('neither a document nor a text');
  });
});

describe('the address page', () => {
  const pdf = senderPdf(1);
  const pageFor = async (changes: Partial<PostalAddress>): Promise<LetterDraft> => ({
    pdf: await pdf,
    addressPage: { recipient: { ...recipient, ...changes }, sender },
  });

  it("has the recipient's address in the window", async () => {
    expect(await firstPageLines(await pageFor({ additionalName: 'c/o Åke Öhman' }), LETTER_LAYOUT.window)).toEqual([
      'Testilä Tessa',
      'c/o Åke Öhman',
      'Henrikintie 14 B 3',
      '00370 HELSINKI',
    ]);
  });

  it("has the sender's address top left", async () => {
    expect(await firstPageLines(await pageFor({}), LETTER_LAYOUT.sender)).toEqual([
      'Esimerkkikaupunki, Kasvun ja oppimisen toimiala',
      'Kaupungintalonkatu 1',
      '02770 ESPOO',
    ]);
  });

  it.each([
    ['SE', ['SWEDEN']],
    ['XK', ['KOSOVO']],
    ['FI', []],
    ['XX', []],
  ])('of an address in %s ends with the country line %j', async (countryCode, country) => {
    const address = postalAddress.parse({ ...recipient, countryCode });
    expect(await firstPageLines(await pageFor(address), LETTER_LAYOUT.window)).toEqual([
      'Testilä Tessa',
      'Henrikintie 14 B 3',
      '00370 HELSINKI',
      ...country,
    ]);
  });

  it('shrinks a line that is wider than the window and leaves the others alone', async () => {
    const name = 'Keski-Suomen Esimerkkikiinteistöjen Isännöinti Oy';
    const runs = (await runsOf((await printed(await pageFor({ name }))).pdf)).filter(standsIn(LETTER_LAYOUT.window));
    expect(runs.map(({ text }) => text)).toEqual([name, 'Henrikintie 14 B 3', '00370 HELSINKI']);
    const [first, ...others] = runs.map(({ size }) => size);
    expect(first).toBeLessThan(10);
    expect(first).toBeGreaterThanOrEqual(7);
    expect(others).toEqual([10, 10]);
  });

  it('breaks a line that would become illegible and loses no letter of it', async () => {
    const name = 'Ylipitkäniminen '.repeat(16).trim();
    const lines = await firstPageLines(await pageFor({ name }), LETTER_LAYOUT.window);
    expect(lines.join(' ')).toBe(`${name} Henrikintie 14 B 3 00370 HELSINKI`);
  });

  it('holds an address whose every line is as long as the contract allows', async () => {
    const long = 'W'.repeat(256);
    const lines = await firstPageLines(
      await pageFor({ name: long, additionalName: long, streetAddress: long, city: long, countryCode: 'SE' }),
      LETTER_LAYOUT.window,
    );
    expect(lines.join('').replaceAll(/[^W]/g, '')).toHaveLength(4 * 256 + 1);
    expect(lines.at(-1)).toBe('SWEDEN');
  });

  it('sets a line end inside an address line as a space', async () => {
    expect(await firstPageLines(await pageFor({ name: 'Testilä\r\n Tessa' }), LETTER_LAYOUT.window)).toContain(
      'Testilä Tessa',
    );
  });
});

describe('a letter laid out from text', () => {
  const laidOut = async (changes: Partial<NonNullable<LetterDraft['text']>>) =>
    printed({ text: { ...letter, ...changes } });

  it('has sender, date and address in their places and nothing else around the window', async () => {
    const runs = await runsOf((await laidOut({})).pdf);
    const textsIn = (box: Box) => runs.filter(standsIn(box)).map(({ text }) => text);
    expect(textsIn(LETTER_LAYOUT.sender)).toEqual(['Esimerkkikaupunki, Varhaiskasvatus']);
    expect(textsIn(LETTER_LAYOUT.date)).toEqual(['23.11.2026']);
    expect(textsIn(LETTER_LAYOUT.window)).toEqual(['Testilä Tessa', 'Henrikintie 14 B 3', '00370 HELSINKI']);
    expect(textsIn(LETTER_LAYOUT.quiet)).toEqual(textsIn(LETTER_LAYOUT.window));
  });

  it('keeps paragraphs apart and single line ends together', async () => {
    const runs = await runsOf((await laidOut({ body: 'yksi\nkaksi\n \n\nkolme' })).pdf);
    const [one = 0, two = 0, three = 0] = ['yksi', 'kaksi', 'kolme'].map((word) =>
      Number(runs.find(({ text }) => text === word)?.baseline),
    );
    expect(two - one).toBeLessThan(6);
    expect(three - two).toBeGreaterThan(6);
  });

  it.each(['åäöÅÄÖ', '12,50 €', 'šžŠŽ', '– ”lainaus” … §', 'Ćaǥŋ Đurđa', 'Šefčovič', 'Ελληνικά', 'Русский'])(
    'shows %s',
    async (text) => {
      expect((await runsOf((await laidOut({ body: text })).pdf)).at(-1)?.text).toBe(text);
    },
  );

  it('shows decomposed letters composed and drops control characters', async () => {
    const body = 'pa\u0308a\u0308to\u0308s\u0007\tvalmis\r\nloppu';
    const texts = (await runsOf((await laidOut({ body })).pdf)).map(({ text }) => text);
    expect(texts.slice(-2)).toEqual(['päätös    valmis', 'loppu']);
  });

  it.each(['王小明', 'นาย', 'محمد علي', 'שלום', 'नमस्ते', '🇫🇮', '\ue000'])(
    'with %s in it is refused, never printed with a box',
    async (body) => {
      const refused = { ok: false, refusal: { kind: 'letters-missing' } };
      expect(await press.compose({ text: { ...letter, body } })).toEqual(refused);
      const addressPage = { recipient: { ...recipient, name: body }, sender };
      expect(await press.compose({ pdf: await senderPdf(1), addressPage })).toEqual(refused);
    },
  );

  it('is set without what is not seen by itself', async () => {
    const body = 'ta\u00adlo\u200b ja\u2060 \u200emies\ufeff \u2764\ufe0f';
    expect((await runsOf((await laidOut({ body })).pdf)).at(-1)?.text).toBe('talo ja mies \u2764');
  });

  it('of one page has no page number', async () => {
    const { pdf, pages } = await laidOut({});
    expect(pages).toBe(1);
    expect((await runsOf(pdf)).filter(standsIn(LETTER_LAYOUT.pageNumber))).toEqual([]);
  });

  it('of 40 000 characters flows over numbered pages and loses no word', async () => {
    const words = Array.from({ length: 5000 }, (_, index) => `sana${index}`);
    const body = words.map((word, index) => (index % 60 === 59 ? `${word}.\n\n` : word)).join(' ');
    const { pdf, pages } = await laidOut({ body });
    const runs = await runsOf(pdf);
    const numbers = runs.filter(standsIn(LETTER_LAYOUT.pageNumber)).map(({ text }) => text);
    expect(body.length).toBeGreaterThan(40_000);
    expect(numbers).toEqual(Array.from({ length: pages }, (_, index) => `${index + 1} (${pages})`));
    expect(runs.flatMap(({ text }) => text.match(/sana\d+/g) ?? [])).toEqual(words);
    expect(Math.max(...runs.map(({ baseline }) => baseline))).toBeLessThan(277);
  });

  it('breaks a word longer than a line and loses no letter of it', async () => {
    const body = 'lentokonesuihkuturbiinimoottoriapumekaanikko'.repeat(130);
    const { pdf, pages } = await laidOut({ body });
    const text = (await runsOf(pdf)).filter(({ left }) => left < 21).map((run) => run.text);
    expect(pages).toBe(2);
    expect(text.join('')).toContain(body);
  });

  it.each(['fi', 'sv', 'en'] as const)('names its language, %s, in the metadata', async (language) => {
    const document = await PDFDocument.load((await laidOut({ language })).pdf);
    expect(document.catalog.get(PDFName.of('Lang'))?.toString()).toBe(`(${language})`);
  });

  it('names nobody in its metadata', async () => {
    const document = await PDFDocument.load((await laidOut({})).pdf, { updateMetadata: false });
    expect([document.getTitle(), document.getAuthor(), document.getSubject()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(document.getProducer()).toBe('Viestiväylä');
  });

  it('is A4', async () => {
    const document = await PDFDocument.load((await laidOut({})).pdf);
    expect(document.getPages().map((page) => page.getSize())).toEqual([{ width: 595.28, height: 841.89 }]);
  });

  it('embeds every font it uses', async () => {
    const document = await PDFDocument.load((await laidOut({})).pdf);
    const fontDicts = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.get(PDFName.of('DescendantFonts')) ? [object] : [],
      );
    expect(fontDicts).toHaveLength(2);
    for (const font of fontDicts) {
      const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
      expect(descendant.lookup(PDFName.of('FontDescriptor'), PDFDict).has(PDFName.of('FontFile2'))).toBe(true);
    }
    expect(Buffer.from((await laidOut({})).pdf).includes('Helvetica')).toBe(false);
  });
});

describe('the same draft', () => {
  it.each<[string, () => Promise<LetterDraft>]>([
    ['of a text', async () => ({ text: letter })],
    [
      'of a document with an address page',
      async () => ({ pdf: await senderPdf(2), addressPage: { recipient, sender } }),
    ],
  ])('%s gives the same bytes, on the same press and on another', async (_, makeDraft) => {
    const draft = await makeDraft();
    const first = (await printed(draft)).pdf;
    await printed({ text: { ...letter, body: 'jotain muuta \u00a0 väliin' } });
    const other = await makeLetterPress({ fonts: readFonts() }).compose(draft);
    expect((await printed(draft)).pdf).toEqual(first);
    expect(other).toMatchObject({ ok: true, value: { pdf: first } });
  });
});

it('the fonts come from the folder that is named', () => {
  expect(() => readFonts('/nowhere')).toThrow('ENOENT');
});

describe.skipIf(!hasTools('pdftotext', 'pdffonts'))('as poppler reads it, a letter', () => {
  it("keeps the recipient's whole address inside the window", async () => {
    const addressPage = {
      recipient: { ...recipient, additionalName: 'c/o Åke Öhman', countryCode: 'SE' },
      sender,
    } as const;
    const words = wordsOnFirstPage((await printed({ pdf: await senderPdf(1), addressPage })).pdf);
    const { left, top, width, height } = LETTER_LAYOUT.window;
    const inside = words.filter((word) => word.top > points(LETTER_LAYOUT.quiet.top));
    expect(inside.map(({ text }) => text).join(' ')).toBe(
      'Testilä Tessa c/o Åke Öhman Henrikintie 14 B 3 00370 HELSINKI SWEDEN',
    );
    for (const word of inside) {
      expect(word.left).toBeGreaterThanOrEqual(points(left) - 0.1);
      expect(word.top).toBeGreaterThanOrEqual(points(top) - 0.1);
      expect(word.right).toBeLessThanOrEqual(points(left + width) + 0.1);
      expect(word.bottom).toBeLessThanOrEqual(points(top + height) + 0.1);
    }
  });

  it('has its fonts embedded, as subsets, with their characters', async () => {
    const [, , ...rows] = asked('pdffonts', [], (await printed({ text: letter })).pdf)
      .stdout.trim()
      .split('\n');
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/DejaVuSans.*CID TrueType +Identity-H +yes yes yes/);
  });
});
