import { eachOnce } from '#shared/kernel/each-once';

/** A square symbol of one region: its side in modules, and how many of its codewords are data and how many correct errors. */
export interface Square {
  readonly side: number;
  readonly data: number;
  readonly correction: number;
}

/** Table 7 of ISO/IEC 16022, as far as a symbol has one region. */
export const SQUARES: readonly Square[] = [
  { side: 10, data: 3, correction: 5 },
  { side: 12, data: 5, correction: 7 },
  { side: 14, data: 8, correction: 10 },
  { side: 16, data: 12, correction: 12 },
  { side: 18, data: 18, correction: 14 },
  { side: 20, data: 22, correction: 18 },
  { side: 22, data: 30, correction: 20 },
  { side: 24, data: 36, correction: 24 },
  { side: 26, data: 44, correction: 28 },
];

const [FIRST_PAIR, PAD] = [130, 129];

/**
 * ASCII text as codewords: two digits take one, any other character one each.
 *
 * @throws on a character outside ASCII
 */
export function dataOf(text: string): number[] {
  return (text.match(/\d\d|[^]/gu) ?? []).map((piece) => {
    if (piece.length === 2) return FIRST_PAIR + Number(piece);
    const code = piece.codePointAt(0) ?? 0;
    if (code > 127) throw new Error('a mark holds ASCII only');
    return code + 1;
  });
}

/** Filled up to the length of the symbol, each further one scattered (ISO/IEC 16022, 5.2.3 and annex B.1). */
export function padded(data: readonly number[], { data: length }: Square): number[] {
  const fill = Array.from({ length: length - data.length }, (_, index) => {
    if (index === 0) return PAD;
    const scattered = PAD + ((149 * (data.length + index + 1)) % 253) + 1;
    return scattered > 254 ? scattered - 254 : scattered;
  });
  return [...data, ...fill];
}

/** x^8 + x^5 + x^3 + x^2 + 1. */
const FIELD = 0x12d;

/** What corrects errors: the remainder by the polynomial whose roots are 2^1 to 2^n (Reed-Solomon, annex E). */
export function correctionOf(data: readonly number[], { correction }: Square): number[] {
  const generator = generatorOf(correction);
  const remainder = new Array<number>(correction).fill(0);
  for (const word of data) {
    const lead = word ^ (remainder.shift() ?? 0);
    remainder.push(0);
    if (lead === 0) continue;
    for (let index = 0; index < correction; index += 1)
      remainder[index] = (remainder[index] ?? 0) ^ times(lead, generator[index + 1] ?? 0);
  }
  return remainder;
}

/** Highest power first. */
const generatorOf = eachOnce((degree: number): readonly number[] => {
  let polynomial = [1];
  let root = 1;
  for (let power = 1; power <= degree; power += 1) {
    root = times(root, 2);
    polynomial = timesRoot(polynomial, root);
  }
  return polynomial;
});

/** Multiplied by (x - root); in this field that is (x + root). */
function timesRoot(polynomial: readonly number[], root: number): number[] {
  return [...polynomial, 0].map((each, index) => each ^ times(root, polynomial[index - 1] ?? 0));
}

function times(a: number, b: number): number {
  let [product, left, right] = [0, a, b];
  while (right > 0) {
    if ((right & 1) === 1) product ^= left;
    left <<= 1;
    if (left > 255) left ^= FIELD;
    right >>= 1;
  }
  return product;
}
