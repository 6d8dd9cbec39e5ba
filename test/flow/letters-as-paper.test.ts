import { readFileSync, readdirSync } from 'node:fs';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { addressLines } from '#shared/adapters/print/address-lines';
import { makeCertificatePress } from '#shared/adapters/print/certificate-press';
import { examinePdf } from '#shared/adapters/print/examine/examine-pdf';
import { isA4 } from '#shared/adapters/print/examine/page-size';
import { readFonts } from '#shared/adapters/print/fonts';
import { type Box, LETTER_LAYOUT, points } from '#shared/adapters/print/layout';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import type { Submission } from '#shared/domain/intake/check-submission';
import type { PostalAddress } from '#shared/domain/message/address';
import { paperMailPart } from '#shared/domain/message/content';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { DRAFT } from '#test/contract/certificate-press.contract';
import { endOf, millimetres, openSenderPdf, runsOf, windowedPdf } from '#test/builders/letter-pdf';
import { asked, hasTools, wordsOnFirstPage } from '#test/builders/letter-tools';
import { PAULA, SENDER, TESSA, address, electronicPart, paperPart, submission } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { consenting, deliveryOf, letters, openWorld, send, upload, withdraw } from '#test/builders/world-people';

/** A letter as the hub gives it to the printer, and to whom it goes. */
interface Paper {
  readonly pdf: Uint8Array;
  readonly to: PostalAddress;
}

const press = makeLetterPress({ fonts: readFonts() });
const LONG = address({
  name: 'Keski-Suomen Esimerkkikiinteistöjen Isännöintiyhdistys ry',
  additionalName: 'c/o Åke Öhman-Strömfors',
  streetAddress: 'Vanhankaupunginkoskenrannantie 114 B 321',
  city: 'Jämijärvenkankaanpäänrannankylä',
});
const FOREIGN = address({ name: 'Łukasz Žižek-Ğöçer Đặng', additionalName: 'Σωκράτης Пётр', city: 'Čáhcesuolu' });

async function openPrinting(): Promise<World> {
  const world = await openWorld();
  world.restart((ports) => ({ ...ports, press, examinePdf }));
  return world;
}

async function theLetter(world: World, to: PostalAddress): Promise<Paper> {
  await world.settle();
  const [letter] = await letters(world);
  const document = letter && (await world.ports.documents.read(letter.documentKey));
  if (!document) throw new Error('no letter');
  return { pdf: document.bytes, to };
}

/** A letter of a document of the sender, whatever document the paper part names. */
async function withDocument(document: Uint8Array, part: Partial<ReturnType<typeof paperPart>>): Promise<Paper> {
  const world = await openPrinting();
  const attachmentId = await upload(world, { text: document });
  const paperMail = { ...paperPart(attachmentId, part), attachments: [{ attachmentId }] };
  await send(world, { recipient: { id: PAULA }, paperMail });
  return theLetter(world, paperMail.recipient.address);
}

/** A letter that the hub writes: its recipient went back to paper. */
async function ownLetter(part: Partial<Submission>, to = address()): Promise<Paper> {
  const world = await openPrinting();
  await consenting(world);
  await world.ports.entry.enterPerson(TESSA, { name: 'Testilä Tessa', postalAddress: to });
  await send(world, part);
  await withdraw(world);
  return theLetter(world, to);
}

async function protectedLetter(): Promise<Paper> {
  const world = await openPrinting();
  const safe = address({ streetAddress: 'PL 18' });
  await consenting(world);
  const order = { name: 'Testilä Tessa', contactAddress: safe, protectionOrder: true };
  await world.ports.entry.enterPerson(TESSA, order);
  await send(world);
  await withdraw(world);
  return theLetter(world, safe);
}

async function lyingPdf(): Promise<Uint8Array> {
  const document = openSenderPdf({});
  document.addPage({ size: 'A4', layout: 'landscape' }).text('Taulukko', points(20), points(50));
  return endOf(document);
}

const SAMPLES = 'local/samples';
const sample = z.object({
  file: z.optional(z.string()),
  body: z.object({ paperMail: z.optional(paperMailPart) }),
});

/** The paper part of each message of the demo, with its own document. */
const demo = readdirSync(`${SAMPLES}/messages`).flatMap((name): [string, () => Promise<Paper>][] => {
  const { file, body } = sample.parse(JSON.parse(readFileSync(`${SAMPLES}/messages/${name}`, 'utf8')));
  const { paperMail } = body;
  if (!paperMail || file === undefined) return [];
  return [[`the demo's ${name}`, async () => withDocument(readFileSync(`${SAMPLES}/pdf/${file}`), paperMail)]];
});

const PAPERS = new Map<string, () => Promise<Paper>>([
  ...demo,
  ['a document that carries its address', async () => withDocument(await windowedPdf(3), { createAddressPage: false })],
  ['a document behind an address page', async () => withDocument(await windowedPdf(3), {})],
  ['one that is printed on one side', async () => withDocument(await windowedPdf(2), { twoSidedPrinting: false })],
  ['one of ten sheets and more', async () => withDocument(await windowedPdf(24), {})],
  [
    'one against advice of receipt',
    async () => withDocument(await windowedPdf(1), { messageServiceType: 'Verifiable' }),
  ],
  ['one whose pages are turned', async () => withDocument(await lyingPdf(), { rotateLandscapePages: true })],
  ['one to a long address', async () => withDocument(await windowedPdf(1), { recipient: { address: LONG } })],
  ['one to a foreign name', async () => withDocument(await windowedPdf(1), { recipient: { address: FOREIGN } })],
  ["the hub's own letter", async () => ownLetter({})],
  ["the hub's own letter in Swedish", async () => ownLetter({ hub: { language: 'sv' } })],
  ["the hub's own letter in English", async () => ownLetter({ hub: { language: 'en' } })],
  [
    'its own letter of many pages',
    async () => ownLetter({ electronic: electronicPart({ body: 'sana '.repeat(4000) }) }),
  ],
  ['its own letter to a long address', async () => ownLetter({}, LONG)],
  ['its own letter to a foreign name', async () => ownLetter({}, FOREIGN)],
  ['its own letter to somebody protected', protectedLetter],
]);

const made = new Map<string, Promise<Paper>>();

/** Each is made once. */
async function paperOf(kind: string): Promise<Paper> {
  const paper = made.get(kind) ?? PAPERS.get(kind)?.();
  if (!paper) throw new Error('no such letter');
  made.set(kind, paper);
  return paper;
}

/** Where an envelope of each size shows the sheet at least: the smallest opening that makers sell (`LETTER_LAYOUT`). */
const SEEN: Box = { ...LETTER_LAYOUT.opening, width: 90, height: 30 };
const asWords = (lines: readonly string[]) => lines.join(' ').split(/\s+/);

describe.each([...PAPERS.keys()])('%s', (kind) => {
  it('has the address, and nothing else, in the window of the envelope', async () => {
    const { pdf, to } = await paperOf(kind);
    const { left, top, width, height } = LETTER_LAYOUT.opening;
    const shown = (await runsOf(pdf)).filter(
      (run) =>
        run.page === 1 &&
        run.left < left + width &&
        run.left + run.width > left &&
        run.baseline > top &&
        run.baseline - millimetres(run.size) < top + height,
    );
    expect(asWords(shown.map(({ text }) => text))).toEqual(asWords(addressLines(to)));
    for (const run of shown) {
      expect(run.left).toBeGreaterThan(SEEN.left);
      expect(run.left + run.width).toBeLessThan(SEEN.left + SEEN.width);
      expect(run.baseline - millimetres(run.size)).toBeGreaterThan(SEEN.top);
      expect(run.baseline + 0.25 * millimetres(run.size)).toBeLessThan(SEEN.top + SEEN.height);
    }
  });

  it('is A4, upright as it is shown, with every font in it and nothing that runs', async () => {
    const { pdf } = await paperOf(kind);
    expect((await examinePdf(pdf)).flaws).toEqual([]);
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    for (const page of document.getPages()) {
      const { width, height } = page.getSize();
      const [short, long] = page.getRotation().angle % 180 === 0 ? [width, height] : [height, width];
      expect([Math.round(short), Math.round(long)]).toEqual([595, 842]);
    }
    expect(fontsIn(document).every(({ isEmbedded }) => isEmbedded)).toBe(true);
    expect(keysIn(document)).not.toEqual(expect.arrayContaining([expect.stringMatching(RUNS)]));
  });
});

const RUNS = /^\/(?:JS|JavaScript|AA|OpenAction|XFA|AcroForm|EF|EmbeddedFiles)$/;

function dictsIn({ context }: PDFDocument): PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFStream ? object.dict : object))
    .filter((object) => object instanceof PDFDict);
}

function keysIn(document: PDFDocument): string[] {
  return dictsIn(document).flatMap((dict) => dict.keys().map(String));
}

function fontsIn(document: PDFDocument) {
  return dictsIn(document)
    .filter((dict) => dict.get(PDFName.of('DescendantFonts')) !== undefined)
    .map((font) => {
      const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
      const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict);
      return { isEmbedded: descriptor.lookup(PDFName.of('FontFile2')) instanceof PDFStream };
    });
}

describe('a document whose window names somebody else', () => {
  const recipient = { address: address({ name: 'Postila Paula', zipCode: '33100', city: 'TAMPERE' }) };

  it('is refused as it is sent, with the rule and nothing of what the window says', async () => {
    const world = await openPrinting();
    const windowed = await upload(world, { text: await windowedPdf(1) });
    const paperMail = paperPart(windowed, { recipient, createAddressPage: false });
    const sent = submission({ recipient: { id: PAULA }, electronic: undefined, paperMail });
    expect(await world.hub.acceptMessage(SENDER, sent)).toEqual({
      ok: false,
      refusal: {
        kind: 'submission-refused',
        problems: [
          {
            field: 'paperMail.attachments.0.attachmentId',
            rule: expect.stringMatching(
              /^names a PDF that can not be printed: the window of the first page names somebody else/,
            ),
          },
        ],
      },
    });
  });

  it('is not posted where nobody has looked before it is printed: the authority deals with it the same day', async () => {
    const world = await openPrinting();
    const lookNoMore = { examinePdf: async () => ({ flaws: [] }) };
    world.restart((ports) => ({ ...ports, ...lookNoMore }));
    const windowed = await upload(world, { text: await windowedPdf(1) });
    const id = await send(world, {
      recipient: { id: PAULA },
      paperMail: paperPart(windowed, { recipient, createAddressPage: false }),
    });
    world.restart((ports) => ({ ...ports, examinePdf }));
    await world.settle();
    expect(foldFacts((await deliveryOf(world, id)).facts).decision).toMatchObject({
      channel: 'MANUAL',
      reason: 'DOCUMENT_UNPRINTABLE',
      facts: { printFlaws: ['WINDOW_OF_ANOTHER'] },
    });
    expect(await letters(world)).toEqual([]);
  });
});

it('a text in letters that no font has lands on a desk the same day, and is not printed with gaps', async () => {
  const world = await openPrinting();
  await consenting(world);
  const id = await send(world, { electronic: electronicPart({ body: 'Päätös 王小明' }) });
  await withdraw(world);
  await world.settle();
  expect(foldFacts((await deliveryOf(world, id)).facts).decision).toMatchObject({
    channel: 'MANUAL',
    reason: 'DOCUMENT_UNPRINTABLE',
    facts: { printFlaws: ['LETTERS_MISSING'] },
  });
  expect(await letters(world)).toEqual([]);
});

describe('the certificate of service', () => {
  const certificate = makeCertificatePress({ fonts: readFonts() }).compose(DRAFT);

  it('is A4, with every font in it and nothing that runs', async () => {
    const document = await PDFDocument.load(await certificate, { updateMetadata: false });
    expect(document.getPages().every(isA4)).toBe(true);
    expect(fontsIn(document).map(({ isEmbedded }) => isEmbedded)).toEqual([true, true]);
    expect(keysIn(document)).not.toEqual(expect.arrayContaining([expect.stringMatching(RUNS)]));
  });

  it.skipIf(!hasTools('qpdf'))('is sound', async () => {
    const said = asked('qpdf', ['--check'], await certificate);
    expect(said).toEqual({ status: 0, stdout: expect.stringContaining('No syntax') });
  });
});

describe.skipIf(!hasTools('qpdf', 'pdftotext', 'pdffonts'))('by programs of others', () => {
  it.each([...PAPERS.keys()])('%s is sound, its address in the window, its fonts in it', async (kind) => {
    const { pdf, to } = await paperOf(kind);
    expect(asked('qpdf', ['--check'], pdf)).toEqual({ status: 0, stdout: expect.stringContaining('No syntax') });
    const [, , ...fonts] = asked('pdffonts', [], pdf).stdout.trim().split('\n');
    for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/);
    const [left, top] = [points(SEEN.left), points(SEEN.top)];
    const [right, bottom] = [left + points(SEEN.width), top + points(SEEN.height)];
    const opening = top + points(LETTER_LAYOUT.opening.height);
    const shown = wordsOnFirstPage(pdf).filter((word) => word.bottom > top && word.top < opening && word.right > left);
    expect(shown.map(({ text }) => text.replaceAll('&amp;', '&'))).toEqual(asWords(addressLines(to)));
    for (const word of shown) {
      expect([word.left > left, word.top > top, word.right < right, word.bottom < bottom]).not.toContain(false);
    }
  });
});
