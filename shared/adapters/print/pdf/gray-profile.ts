/** White of daylight at 5000 K, the white that profiles are told by, as fixed numbers of 16 bits before the point and 16 after (ICC.1, 7.2.16). */
const WHITE = [0xf6d6, 0x1_0000, 0xd32d];
/** Gamma 2.2 as a fixed number of eight bits before the point and eight after. */
const GAMMA = 0x0233;
const HEADER = 128;
/** An entry of the table of tags, and what a tag begins with. */
const [ENTRY, START] = [12, 8];
const NAME = 'Gray gamma 2.2';

/**
 * A colour profile of gray as screens and printers show it, some 400 bytes: what black on white of a letter means. Made here from the
 * published format, so that none has to be carried.
 *
 * @see ICC.1:2001-04, 6.1 (header), 6.3.1.2 (monochrome profiles)
 */
export function grayProfile(): Buffer {
  const tags = [
    ['desc', tag('desc', description())],
    ['cprt', tag('text', Buffer.from('No copyright\0', 'latin1'))],
    ['wtpt', tag('XYZ ', numbers(...WHITE))],
    ['kTRC', tag('curv', Buffer.concat([numbers(1), Buffer.from([GAMMA >> 8, GAMMA & 0xff, 0, 0])]))],
  ] as const;
  const starts = tags.map((_, index) =>
    tags.slice(0, index).reduce((end, [, { length }]) => end + length, HEADER + 4 + ENTRY * tags.length),
  );
  const table = tags.map(([name, { length }], index) =>
    Buffer.concat([letters(name), numbers(starts[index] ?? 0, length)]),
  );
  const body = Buffer.concat([numbers(tags.length), ...table, ...tags.map(([, bytes]) => bytes)]);
  return Buffer.concat([header(HEADER + body.length), body]);
}

/** Version 2.1, a display, gray, made on no day in particular. */
function header(size: number): Buffer {
  const [year, day] = [2000, 1];
  const header = Buffer.alloc(HEADER);
  numbers(size, 0, 0x0210_0000).copy(header);
  letters('mntrGRAYXYZ ').copy(header, 12);
  [year, day, day].forEach((part, index) => header.writeUInt16BE(part, 24 + 2 * index));
  letters('acsp').copy(header, 36);
  numbers(...WHITE).copy(header, 68);
  return header;
}

/** In ASCII, and in neither of the two other ways it may be said. */
function description(): Buffer {
  const [ascii, others] = [letters(`${NAME}\0`), Buffer.alloc(4 + 4 + 2 + 1 + 67)];
  return Buffer.concat([numbers(ascii.length), ascii, others]);
}

/** A tag's bytes begin with its kind and end on a multiple of four. */
function tag(kind: string, body: Buffer): Buffer {
  const length = Math.ceil((START + body.length) / 4) * 4;
  return Buffer.concat([letters(kind), Buffer.alloc(4), body], length);
}

function letters(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
  return bytes;
}
