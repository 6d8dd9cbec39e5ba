import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { type PageMark, climb, peaksWith, placeOf, subtreeRoot } from '#shared/domain/feed/peaks';

/** A lane of pages as the publisher makes them: each from the one before it. */
function lane(count: number): PageMark[] {
  const pages: PageMark[] = [];
  for (let number = 1; number <= count; number += 1) {
    const last = pages.at(-1);
    pages.push({ number, hash: fingerprint(String(number)), peaks: last ? peaksWith(fingerprint, last) : [] });
  }
  return pages;
}

const LANE = lane(600);
const pageAt = (number: number): PageMark => {
  const page = LANE[number - 1];
  if (!page) throw new Error(`no page ${number}`);
  return page;
};

function siblingsOf(number: number, under: PageMark) {
  return placeOf(number, under.number - 1).siblings.map((sibling) => ({
    ...sibling,
    root: subtreeRoot(fingerprint, pageAt(sibling.end), sibling.height),
  }));
}

describe('the peaks of a page', () => {
  it.each([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [8, 3],
    [9, 1],
    [512, 9],
    [513, 1],
  ])('of page %i are %i: one for each one of the binary number of the pages before it', (number, count) => {
    expect(pageAt(number).peaks).toHaveLength(count);
  });

  it('prove every earlier page by the siblings on its way, read from one page each', () => {
    const pair = fc
      .integer({ min: 2, max: 600 })
      .chain((sealed) => fc.tuple(fc.constant(sealed), fc.integer({ min: 1, max: sealed - 1 })));
    fc.assert(
      fc.property(pair, ([sealed, number]) => {
        const under = pageAt(sealed);
        const siblings = siblingsOf(number, under);
        const { peak } = placeOf(number, sealed - 1);
        expect(climb(fingerprint, pageAt(number).hash, siblings)).toBe(under.peaks[peak]);
        expect(siblings.length).toBeLessThanOrEqual(9);
        expect(siblings.every(({ end }) => end < sealed)).toBe(true);
      }),
    );
  });

  it('prove nothing for a page that was changed', () => {
    const under = pageAt(600);
    const { peak } = placeOf(77, 599);
    expect(climb(fingerprint, fingerprint('another'), siblingsOf(77, under))).not.toBe(under.peaks[peak]);
  });

  it('hold for numbers beyond 32 bits', () => {
    const { siblings } = placeOf(2 ** 40 + 5, 2 ** 41);
    expect(siblings).toHaveLength(41);
    expect(siblings[0]).toEqual({ height: 0, end: 2 ** 40 + 6, side: 'right' });
  });

  it('hold no page that comes later', () => {
    expect(() => placeOf(5, 4)).toThrow('a page that the trees do not hold');
  });
});
