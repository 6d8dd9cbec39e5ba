import { deflateSync } from 'node:zlib';
import type { Face } from '#shared/adapters/print/typesetting/face';
import { subsetOf } from '#shared/adapters/print/typesetting/subset';
import type { PdfObjects } from '#shared/adapters/print/pdf/objects';

/** A face in one PDF: its glyphs are numbered as they are first used, and written when the file ends. */
export interface Typeface {
  /** Number of its object. */
  readonly id: number;
  /** Text as the PDF has it: the number of each glyph in four digits. */
  encode(text: string): string;
  isUsed(): boolean;
  /** Whether it has shown every character it was given; for others it shows the empty box. */
  isWhole(): boolean;
  /** Writes the font with the glyphs used, if any is. */
  close(): void;
}

/** What stands for the empty box when a text is taken out of the file. */
const REPLACEMENT = 0xfffd;

export function openTypeface(objects: PdfObjects, face: Face): Typeface {
  const id = objects.reserve();
  const codes = new Map<number, string>();
  const characters = new Map([[0, REPLACEMENT]]);
  const numbers = new Map([[0, 0]]);
  let isWhole = true;

  return {
    id,
    isUsed: () => codes.size > 0,
    isWhole: () => isWhole,
    encode: (text) => {
      let encoded = '';
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0;
        encoded += codes.get(codePoint) ?? coded(codePoint);
      }
      return encoded;
    },
    close: () => {
      if (codes.size === 0) objects.write(id, 'null');
      else writeFont(objects, id, { face, characters });
    },
  };

  function coded(codePoint: number): string {
    const glyph = face.glyphOf(codePoint);
    if (glyph === 0) isWhole = false;
    const number = numbers.get(glyph) ?? numbers.size;
    const code = hex(number);
    if (number === numbers.size) characters.set(glyph, codePoint);
    numbers.set(glyph, number);
    codes.set(codePoint, code);
    return code;
  }
}

interface Used {
  readonly face: Face;
  /** The character that each glyph shows, in the order of their numbers. */
  readonly characters: ReadonlyMap<number, number>;
}

const SYMBOLIC = 4;
/** A PDF must say how thick the stems are and how high a capital is; with the font in the file nothing reads it. */
const UNREAD = '/ItalicAngle 0 /CapHeight 729 /StemV 80';

/** A font of two-byte glyph numbers, embedded (ISO 32000-1, 9.7). */
function writeFont(objects: PdfObjects, id: number, { face, characters }: Used): void {
  const [cid, descriptor, file, unicode] = [objects.reserve(), objects.reserve(), objects.reserve(), objects.reserve()];
  const glyphs = [...characters.keys()];
  const perMille = (units: number) => Math.round((1000 * units) / face.unitsPerEm);
  const name = `/BaseFont /HUBFNT+${face.name}`;
  const widths = glyphs.map((glyph) => perMille(face.advanceOf(glyph)));
  objects.write(
    id,
    `<< /Type /Font /Subtype /Type0 ${name} /Encoding /Identity-H /DescendantFonts [${cid} 0 R] /ToUnicode ${unicode} 0 R >>`,
  );
  objects.write(
    cid,
    `<< /Type /Font /Subtype /CIDFontType2 ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ` +
      `/FontDescriptor ${descriptor} 0 R /CIDToGIDMap /Identity /DW 1000 /W [0 [${widths.join(' ')}]] >>`,
  );
  objects.write(
    descriptor,
    `<< /Type /FontDescriptor /FontName /HUBFNT+${face.name} /Flags ${SYMBOLIC} /FontBBox [${face.box.map(perMille).join(' ')}] ` +
      `/Ascent ${perMille(face.ascent)} /Descent ${perMille(face.descent)} ${UNREAD} /FontFile2 ${file} 0 R >>`,
  );
  const font = subsetOf(face, glyphs);
  objects.write(file, `<< /Filter /FlateDecode /Length1 ${font.length} >>`, deflateSync(font));
  objects.write(
    unicode,
    '<< /Filter /FlateDecode >>',
    deflateSync(Buffer.from(unicodeTable([...characters.values()]))),
  );
}

/** Most glyphs of one range. */
const RANGE = 256;

/** The characters of the glyphs, so that a text can be copied, searched and read aloud (ISO 32000-1, 9.10.3). */
function unicodeTable(characters: readonly number[]): string {
  const ranges = Array.from({ length: Math.ceil(characters.length / RANGE) }, (_, index) => {
    const [first, some] = [index * RANGE, characters.slice(index * RANGE, (index + 1) * RANGE)];
    return `<${hex(first)}> <${hex(first + some.length - 1)}> [${some.map((each) => `<${utf16(each)}>`).join(' ')}]`;
  });
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    `${ranges.length} beginbfrange`,
    ...ranges,
    'endbfrange endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}

function utf16(codePoint: number): string {
  return Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex');
}
