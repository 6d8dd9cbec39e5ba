import { type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { unpacked } from '#shared/adapters/print/examine/unpack';

/** What bytes of a text say; `undefined` where the font does not tell it for certain. */
export type ReadsText = (bytes: Uint8Array) => string | undefined;

/** Bytes of the longest table of characters that is read. */
const MOST = 256 * 1024;
const [SUBTYPE, ENCODING] = [PDFName.of('Subtype'), PDFName.of('Encoding')];
const [COMPOSITE, IDENTITY, WINDOWS] = ['Type0', 'Identity-H', 'WinAnsiEncoding'].map((name) => PDFName.of(name));
const UNTOLD: ReadsText = () => undefined;

/**
 * A reader of the texts of one font: by its own table of characters (ToUnicode, ISO 32000-1, 9.10.3), or by the encoding of
 * Windows where the font is set in that and nothing else.
 *
 * @throws when its table is too long or damaged
 */
export function readerOf(font: PDFDict | undefined): ReadsText {
  const isComposite = font?.lookup(SUBTYPE) === COMPOSITE;
  if (!font || (isComposite && font.lookup(ENCODING) !== IDENTITY)) return UNTOLD;
  const table = font.lookup(PDFName.of('ToUnicode'));
  if (table instanceof PDFRawStream) return byTable(table, isComposite ? 2 : 1);
  const isWindows = font.lookup(ENCODING) === WINDOWS && font.lookup(SUBTYPE) !== PDFName.of('Type3');
  return isWindows ? (bytes) => new TextDecoder('windows-1252').decode(bytes) : UNTOLD;
}

function byTable(table: PDFRawStream, width: number): ReadsText {
  const ranges = rangesIn(Buffer.from(unpacked(table, MOST)).toString('latin1'));
  const known = new Map<number, string | undefined>();
  return (bytes) => {
    let text = '';
    for (let at = 0; at + width <= bytes.length; at += width) {
      const code = width === 2 ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
      const character = known.get(code) ?? characterOf(ranges, code);
      if (character === undefined) return undefined;
      known.set(code, character);
      text += character;
    }
    return text;
  };
}

/** Codes and what they show: each one its own, or the first and the ones that follow it. */
interface Range {
  readonly low: number;
  readonly high: number;
  readonly shows: readonly string[];
}

function characterOf(ranges: readonly Range[], code: number): string | undefined {
  const range = ranges.find(({ low, high }) => low <= code && code <= high);
  if (!range) return undefined;
  const [first = '', second] = range.shows;
  if (second !== undefined) return range.shows[code - range.low];
  const last = first.codePointAt(first.length - 1) ?? 0;
  return first.slice(0, -1) + String.fromCodePoint(last + code - range.low);
}

function rangesIn(table: string): Range[] {
  const singles = sections(table, 'beginbfchar', 'endbfchar').flatMap((body) =>
    [...body.matchAll(/<(\w{1,8})>\s*<(\w{1,64})>/g)].map(([, code = '', shows = '']) => rangeOf(code, code, [shows])),
  );
  const several = sections(table, 'beginbfrange', 'endbfrange').flatMap((body) =>
    [...body.matchAll(/<(\w{1,8})>\s*<(\w{1,8})>\s*(?:<(\w{1,64})>|\[([^\]]*)\])/g)].map(
      ([, low = '', high = '', first, list = '']) =>
        rangeOf(
          low,
          high,
          first === undefined ? [...list.matchAll(/<(\w{1,64})>/g)].map(([, shows = '']) => shows) : [first],
        ),
    ),
  );
  return [...singles, ...several];
}

function sections(table: string, begin: string, end: string): string[] {
  return table
    .split(begin)
    .slice(1)
    .map((body) => body.slice(0, Math.max(0, body.indexOf(end))));
}

function rangeOf(low: string, high: string, shows: readonly string[]): Range {
  const texts = shows.map((hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le'));
  return { low: Number.parseInt(low, 16), high: Number.parseInt(high, 16), shows: texts };
}
