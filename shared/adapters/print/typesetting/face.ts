import type { LetterFonts } from '#shared/adapters/print/fonts';

/** One TrueType face, its tables read once: how wide its characters are and how they are drawn. */
export interface Face {
  /** Its PostScript name. */
  readonly name: string;
  readonly unitsPerEm: number;
  /** Above and (negative) below the baseline, in units. */
  readonly ascent: number;
  readonly descent: number;
  /** Left, bottom, right and top of its largest glyphs, in units. */
  readonly box: readonly number[];
  /** The glyph of a character; 0, the empty box, where it has none or it is not set by itself, as in Arabic. */
  glyphOf(codePoint: number): number;
  /** In units. */
  advanceOf(glyph: number): number;
  /** Its entry of the table `glyf`. */
  outlineOf(glyph: number): Uint8Array;
  /** A table as it stands in the file. @throws when there is none */
  table(tag: string): DataView;
}

/** The faces of a letter, from their whole files. */
export function readFaces({ regular, bold }: LetterFonts): Readonly<Record<'regular' | 'bold', Face>> {
  return { regular: readFace('DejaVuSans', regular), bold: readFace('DejaVuSans-Bold', bold) };
}

const LONG_LOCATIONS = 1;
const [WINDOWS, ALL_OF_UNICODE] = [3, 10];

/**
 * Reads a whole TrueType file with a full Unicode table of characters (`cmap` 3, 10 in format 12), as DejaVu has one.
 *
 * @throws when a table is missing
 * @see https://learn.microsoft.com/typography/opentype/spec/otff
 */
function readFace(name: string, file: Uint8Array): Face {
  const table = tablesOf(file);
  const [head, hhea] = [table('head'), table('hhea')];
  const characters = charactersIn(table('cmap'));
  const advances = advancesIn(table('hmtx'), hhea.getUint16(34), table('maxp').getUint16(4));
  const isLong = head.getInt16(50) === LONG_LOCATIONS;
  const [glyf, loca] = [table('glyf'), table('loca')];
  const startOf = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  return {
    name,
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    box: [36, 38, 40, 42].map((at) => head.getInt16(at)),
    glyphOf: (codePoint) => characters.get(codePoint) ?? 0,
    advanceOf: (glyph) => advances[glyph] ?? 0,
    outlineOf: (glyph) => bytesOf(glyf).subarray(startOf(glyph), startOf(glyph + 1)),
    table,
  };
}

function tablesOf(file: Uint8Array): Face['table'] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, DataView>();
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    const tag = String.fromCharCode(...file.subarray(entry, entry + 4));
    const [start, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    tables.set(tag, new DataView(file.buffer, file.byteOffset + start, length));
  }
  return (tag) => {
    const found = tables.get(tag);
    if (!found) throw new Error(`a font without the table ${tag}`);
    return found;
  };
}

function charactersIn(cmap: DataView): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const start = startOfUnicode(cmap);
  for (let group = start + 16; group < start + 16 + 12 * cmap.getUint32(start + 12); group += 12) {
    const [first, last, glyph] = [cmap.getUint32(group), cmap.getUint32(group + 4), cmap.getUint32(group + 8)];
    for (let codePoint = first; codePoint <= last; codePoint += 1)
      if (isSetPlainly(codePoint)) found.set(codePoint, glyph + codePoint - first);
  }
  return found;
}

/** Scripts that run from right to left, or whose letters change by their neighbours: the whole of these blocks. */
const SHAPED: readonly (readonly [first: number, last: number])[] = [
  [0x0590, 0x0fff],
  [0x1780, 0x18af],
  [0xfb1d, 0xfdff],
  [0xfe70, 0xfeff],
];

function isSetPlainly(codePoint: number): boolean {
  return SHAPED.every(([first, last]) => codePoint < first || codePoint > last);
}

function startOfUnicode(cmap: DataView): number {
  for (let record = 4; record < 4 + 8 * cmap.getUint16(2); record += 8) {
    if (cmap.getUint16(record) === WINDOWS && cmap.getUint16(record + 2) === ALL_OF_UNICODE)
      return cmap.getUint32(record + 4);
  }
  throw new Error('a font without a full table of characters');
}

/** The glyphs after the last that is told are as wide as that one. */
function advancesIn(hmtx: DataView, told: number, glyphs: number): Uint16Array {
  return Uint16Array.from({ length: glyphs }, (_, glyph) => hmtx.getUint16(4 * Math.min(glyph, told - 1)));
}

export function bytesOf({ buffer, byteOffset, byteLength }: DataView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
