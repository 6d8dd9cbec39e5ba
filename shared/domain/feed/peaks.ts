import { type Digest, digestOf } from '#shared/kernel/digest';

/*
 * Each page of a lane holds the roots of the complete binary trees over all pages before it, the largest first: for 6 pages
 * a tree of 4 and one of 2. So any page proves every earlier one by as many hashes as the tree is high, however many pages
 * lie between, and a new page needs to know nothing but the one before it.
 */

/** A page as the trees see it. */
export interface PageMark {
  /** From 1. */
  readonly number: number;
  readonly hash: string;
  /** Roots over the pages 1 to `number` - 1. */
  readonly peaks: readonly string[];
}

/** Roots over the pages up to and including this one: what the next page holds. */
export function peaksWith(digest: Digest, page: PageMark): string[] {
  const height = timesEven(page.number);
  return [...page.peaks.slice(0, page.peaks.length - height), subtreeRoot(digest, page, height)];
}

/** Root of the tree of 2^`height` pages that ends with this page. */
export function subtreeRoot(digest: Digest, { hash, peaks }: PageMark, height: number): string {
  return peaks.slice(peaks.length - height).reduceRight((root, left) => joined(digest, left, root), hash);
}

/** A subtree beside the way from a page to its peak; its root follows from the page `end`. */
export interface Sibling {
  readonly height: number;
  /** Number of its last page. */
  readonly end: number;
  readonly side: 'left' | 'right';
}

/** Where a page stands among the trees over the pages 1 to `count`. */
export interface Place {
  /** Which of the peaks, from 0. */
  readonly peak: number;
  /** From the page upwards. */
  readonly siblings: readonly Sibling[];
}

/** @param number from 1 to `count` */
export function placeOf(number: number, count: number): Place {
  let before = 0;
  for (let size = greatestPowerIn(count), peak = 0; size >= 1; size /= 2) {
    if (!hasBit(count, size)) continue;
    if (number <= before + size) return { peak, siblings: siblingsIn(before, size, number - before - 1) };
    before += size;
    peak += 1;
  }
  throw new Error('a page that the trees do not hold');
}

/** Root of the tree a page stands in, from its hash and the roots of its siblings, in the order of `placeOf`. */
export function climb(
  digest: Digest,
  hash: string,
  siblings: readonly (Sibling & { readonly root: string })[],
): string {
  return siblings.reduce(
    (root, { side, root: other }) => (side === 'left' ? joined(digest, other, root) : joined(digest, root, other)),
    hash,
  );
}

function siblingsIn(before: number, size: number, offset: number): Sibling[] {
  const siblings: Sibling[] = [];
  for (let width = 1, height = 0; width < size; width *= 2, height += 1) {
    const start = offset - (offset % width);
    const isRight = hasBit(offset, width);
    const end = before + (isRight ? start : start + 2 * width);
    siblings.push({ height, end, side: isRight ? 'left' : 'right' });
  }
  return siblings;
}

function joined(digest: Digest, left: string, right: string): string {
  return digestOf(digest, 'pages', [left, right]);
}

function hasBit(n: number, power: number): boolean {
  return Math.floor(n / power) % 2 === 1;
}

function greatestPowerIn(n: number): number {
  return 2 ** Math.floor(Math.log2(n));
}

function timesEven(n: number): number {
  return n % 2 === 0 ? 1 + timesEven(n / 2) : 0;
}
