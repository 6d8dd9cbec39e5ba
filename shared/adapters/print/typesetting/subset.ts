import { type Face, bytesOf } from '#shared/adapters/print/typesetting/face';

/** Flags of a part of a composed glyph. */
const [WORDS, SCALE, MORE, XY_SCALE, TWO_BY_TWO] = [0x0001, 0x0008, 0x0020, 0x0040, 0x0080];
const COMPOSED = -1;

/**
 * A TrueType file of `glyphs` only, numbered as they stand there; the parts that composed ones are put together from come
 * after them, so none may stand there twice. It has the tables a PDF needs and no others; checksums are left empty, as nothing that reads a font for a PDF
 * looks at them.
 *
 * @param glyphs numbers in the whole face; the first is 0, the empty box
 */
export function subsetOf(face: Face, glyphs: readonly number[]): Uint8Array {
  const numbers = new Map(glyphs.map((glyph, number) => [glyph, number]));
  const outlines: Uint8Array[] = [];
  // Grows while it is gone through: a part is numbered when it is first met.
  for (const glyph of numbers.keys()) outlines.push(renumbered(face.outlineOf(glyph), numbers));
  const all = [...numbers.keys()];
  return fontFile([
    ...['cvt ', 'fpgm'].map((tag) => [tag, bytesOf(face.table(tag))] as const),
    ['glyf', joined(outlines)],
    [
      'head',
      changed(face.table('head'), (head) => {
        head.setInt16(50, 1);
      }),
    ],
    [
      'hhea',
      changed(face.table('hhea'), (hhea) => {
        hhea.setUint16(34, all.length);
      }),
    ],
    ['hmtx', metricsOf(face, all)],
    ['loca', locationsOf(outlines)],
    [
      'maxp',
      changed(face.table('maxp'), (maxp) => {
        maxp.setUint16(4, all.length);
      }),
    ],
    ['prep', bytesOf(face.table('prep'))],
  ]);
}

/** The outline with its parts, where it has any, under their new numbers. */
function renumbered(outline: Uint8Array, numbers: Map<number, number>): Uint8Array {
  if (outline.length === 0 || viewOf(outline).getInt16(0) !== COMPOSED) return outline;
  const copy = outline.slice();
  const view = viewOf(copy);
  let [at, flags] = [10, MORE];
  while ((flags & MORE) !== 0) {
    flags = view.getUint16(at);
    const part = view.getUint16(at + 2);
    if (!numbers.has(part)) numbers.set(part, numbers.size);
    view.setUint16(at + 2, numbers.get(part) ?? 0);
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4) + bytesOfScale(flags);
  }
  return copy;
}

function bytesOfScale(flags: number): number {
  if ((flags & SCALE) !== 0) return 2;
  if ((flags & XY_SCALE) !== 0) return 4;
  return (flags & TWO_BY_TWO) === 0 ? 0 : 8;
}

/** Advance and left bearing of each glyph; a bearing is where its box begins. */
function metricsOf(face: Face, glyphs: readonly number[]): Uint8Array {
  const metrics = new DataView(new ArrayBuffer(4 * glyphs.length));
  glyphs.forEach((glyph, number) => {
    const outline = face.outlineOf(glyph);
    metrics.setUint16(4 * number, face.advanceOf(glyph));
    metrics.setInt16(4 * number + 2, outline.length === 0 ? 0 : viewOf(outline).getInt16(2));
  });
  return bytesOf(metrics);
}

function locationsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const locations = new DataView(new ArrayBuffer(4 * (outlines.length + 1)));
  let end = 0;
  outlines.forEach(({ length }, number) => {
    end += padded(length);
    locations.setUint32(4 * (number + 1), end);
  });
  return bytesOf(locations);
}

function changed(table: DataView, change: (copy: DataView) => void): Uint8Array {
  const copy = bytesOf(table).slice();
  change(viewOf(copy));
  return copy;
}

function fontFile(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const header = new DataView(new ArrayBuffer(12 + 16 * tables.length));
  header.setUint32(0, 0x0001_0000);
  header.setUint16(4, tables.length);
  let start = header.byteLength;
  tables.forEach(([tag, { length }], index) => {
    const entry = 12 + 16 * index;
    bytesOf(header).set(new TextEncoder().encode(tag), entry);
    header.setUint32(entry + 8, start);
    header.setUint32(entry + 12, length);
    start += padded(length);
  });
  return joined([bytesOf(header), ...tables.map(([, bytes]) => bytes)]);
}

/** One after another, each from a multiple of four bytes. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + padded(length), 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += padded(part.length);
  }
  return whole;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
