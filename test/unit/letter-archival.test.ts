import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFonts } from '#shared/adapters/print/fonts';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import { letterNo } from '#bench/letters/text';

const press = makeLetterPress({ fonts: readFonts() });
const name = (text: string) => PDFName.of(text);

let pdf: Uint8Array;
let document: PDFDocument;

beforeAll(async () => {
  pdf = await written(1);
  document = await PDFDocument.load(pdf, { updateMetadata: false });
});

async function written(number: number): Promise<Uint8Array> {
  const composed = await press.compose({ text: letterNo(number) });
  if (!composed.ok) throw new Error(composed.refusal.kind);
  return composed.value.pdf;
}

function bytesOf(stream: unknown): Buffer {
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
  return Buffer.from(decodePDFRawStream(stream).decode());
}

const idsOf = ({ context }: PDFDocument) =>
  context
    .lookup(context.trailerInfo.ID, PDFArray)
    .asArray()
    .map((id) => (id instanceof PDFHexString ? id.asString() : ''));

/** What a program that checks PDF/A-2b looks for, as far as the structure of a file shows it (ISO 19005-2). */
describe("the hub's own letter, for the archive", () => {
  it('says which PDF/A it is, and names nobody', () => {
    const metadata = document.catalog.lookup(name('Metadata'));
    expect(metadata instanceof PDFRawStream && metadata.dict.has(name('Filter'))).toBe(false);
    const said = bytesOf(metadata).toString();
    expect(said).toMatch(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/);
    expect(said).toContain('pdfaid:part="2" pdfaid:conformance="B"');
    expect(said).toContain(`pdf:Producer="${document.getProducer()}"`);
    expect(said).toContain(`xmp:CreatorTool="${document.getCreator()}"`);
    expect(said).not.toMatch(/title|author|creator>|date/i);
  });

  it('says what its black is, by a profile of its own', () => {
    const intent = document.catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(intent.lookup(name('S'))).toBe(name('GTS_PDFA1'));
    const profile = bytesOf(intent.lookup(name('DestOutputProfile')));
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.subarray(12, 24).toString()).toBe('mntrGRAYXYZ ');
    expect(profile.subarray(36, 40).toString()).toBe('acsp');
    const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => 132 + 12 * index).map((at) => {
      const [start, length] = [profile.readUInt32BE(at + 4), profile.readUInt32BE(at + 8)];
      expect(start % 4).toBe(0);
      expect(start + length).toBeLessThanOrEqual(profile.length);
      return [profile.subarray(at, at + 4).toString(), profile.subarray(start, start + 4).toString()];
    });
    expect(tags).toEqual([
      ['desc', 'desc'],
      ['cprt', 'text'],
      ['wtpt', 'XYZ '],
      ['kTRC', 'curv'],
    ]);
  });

  it('has a name that its bytes give it', async () => {
    const other = await PDFDocument.load(await written(2), { updateMetadata: false });
    const [first, second] = idsOf(document);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(idsOf(other)).not.toContain(first);
    expect(await written(1)).toEqual(pdf);
  });

  it('names its fonts on every page, and shows nothing through', () => {
    for (const { node } of document.getPages()) expect(node.get(name('Resources'))).toBeDefined();
    const keys = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? object.keys().map(String) : []));
    for (const key of ['/ExtGState', '/SMask', '/Group', '/XObject', '/Encrypt', '/AA', '/OpenAction'])
      expect(keys).not.toContain(key);
  });

  it('takes no more than 1.5 KB for it', () => {
    const parts = ['Metadata', 'OutputIntents'].map((key) => document.catalog.lookup(name(key)));
    const profile = document.catalog
      .lookup(name('OutputIntents'), PDFArray)
      .lookup(0, PDFDict)
      .lookup(name('DestOutputProfile'));
    expect([...parts, profile].reduce((sum, part) => sum + (part?.sizeInBytes() ?? 0), 0)).toBeLessThan(1536);
  });
});
