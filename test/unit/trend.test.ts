import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsAfter, monthsBetween } from '#shared/domain/traffic/month';
import { t95 } from '#shared/domain/traffic/student-t';
import { lineThrough, shareAt, trendOf } from '#shared/domain/traffic/trend';

const from = '2025-11';
const shares = (...values: readonly number[]) => values.map((share, i) => ({ month: monthsAfter(from, i), share }));
const straight = (start: number, slope: number, months: number) =>
  shares(...Array.from({ length: months }, (_, i) => start + slope * i));
const anyLine = fc.tuple(
  fc.double({ min: 10, max: 60, noNaN: true }),
  fc.double({ min: 0.05, max: 1, noNaN: true }),
  fc.integer({ min: 6, max: 36 }),
);

describe('months', () => {
  it('are counted over years and across each other', () => {
    expect(monthsAfter('2026-11', 3)).toBe('2027-02');
    expect(monthsAfter('2026-01', -1)).toBe('2025-12');
    expect(monthsBetween('2026-11', '2027-02')).toBe(3);
    expect(monthsBetween('2027-02', '2026-11')).toBe(-3);
  });
});

describe('quantiles', () => {
  it.each([
    [1, 12.706],
    [4, 2.776],
    [30, 2.042],
    [40, 2.021],
    [60, 2.0],
    [120, 1.98],
  ])('of Student’s t with %i degrees of freedom: %d', (degrees, quantile) => {
    expect(t95(degrees)).toBeCloseTo(quantile, 2);
  });

  it('fall with the degrees of freedom, over the end of the table too', () => {
    for (let degrees = 1; degrees < 100; degrees += 1) expect(t95(degrees + 1)).toBeLessThan(t95(degrees));
  });
});

describe('a trend', () => {
  it('is the line that a hand finds', () => {
    // x 0…5; mean x 2.5, mean y 56; Sxx 17.5, Sxy 35, so slope 2, intercept 51; residuals -1 1 0 0 1 -1, sum of squares 4.
    const told = trendOf(shares(50, 54, 55, 57, 60, 60));
    expect(told).toMatchObject({ months: 6, from: '2025-11', to: '2026-04' });
    expect(told?.slope).toBeCloseTo(2, 10);
    expect(told?.level).toBeCloseTo(61, 10);
    expect(told?.next.month).toBe('2026-05');
    expect(told?.next.share).toBeCloseTo(63, 10);
    // Deviation 1 with 4 degrees of freedom; t 2.776; at x = 6: sqrt(1 + 1/6 + 12.25/17.5) = 1.366260.
    expect(told?.next.low).toBeCloseTo(63 - 2.776 * 1.36626, 4);
    expect(told?.next.high).toBeCloseTo(63 + 2.776 * 1.36626, 4);
    // 51 + 2x = 100 at x = 24.5, so in the 25th month after the first.
    expect(told?.reaches?.month).toBe('2027-12');
  });

  it('has an earliest and a latest month around the one the line gives', () => {
    const reaches = trendOf(shares(50, 54, 55, 57, 60, 60))?.reaches;
    expect(reaches?.earliest).toBe('2027-06');
    expect(reaches?.latest).toBe('2028-11');
  });

  it('needs six months', () => {
    expect(trendOf(straight(50, 1, 5))).toBeUndefined();
    expect(trendOf(straight(50, 1, 6))).toBeDefined();
    expect(trendOf([])).toBeUndefined();
  });

  it('leaves the place of a month without deliveries empty', () => {
    const all = straight(40, 1.5, 10);
    const told = trendOf(all.filter((_, i) => i !== 3 && i !== 7));
    expect(told?.slope).toBeCloseTo(1.5, 10);
    expect(told?.months).toBe(8);
  });

  it('takes months in any order', () => {
    const all = shares(41, 45, 44, 47, 50, 49, 53);
    expect(trendOf([...all].reverse())).toEqual(trendOf(all));
  });

  it('recovers a perfect line, with no interval around it', () => {
    fc.assert(
      fc.property(anyLine, ([start, slope, months]) => {
        const told = trendOf(straight(start, slope, months));
        if (!told) throw new Error('six months make a trend');
        expect(told.slope).toBeCloseTo(slope, 6);
        expect(told.next.high).toBeCloseTo(told.next.low, 5);
        if (told.backTest) expect(told.backTest.meanError).toBeCloseTo(0, 5);
      }),
    );
  });

  it('reaches 100 where a perfect line does', () => {
    fc.assert(
      fc.property(anyLine, ([start, slope, months]) => {
        const reached = trendOf(straight(start, slope, months))?.reaches?.month;
        const due = Math.ceil((100 - start) / slope);
        if (reached === undefined) expect(due).toBeGreaterThan(600);
        else expect(Math.abs(monthsBetween(from, reached) - due)).toBeLessThan(2);
      }),
    );
  });

  it('is wider the more the months stray from it', () => {
    fc.assert(
      fc.property(anyLine, fc.double({ min: 0.5, max: 4, noNaN: true }), ([start, slope, months], noise) => {
        const stray = (by: number) =>
          lineThrough(
            straight(start, slope, months).map((each, i) => ({ ...each, share: each.share + (i % 2 ? by : -by) })),
          );
        expect(stray(2 * noise).margin(months)).toBeGreaterThan(stray(noise).margin(months));
      }),
    );
  });

  it('is wider the further ahead', () => {
    const line = lineThrough(shares(50, 54, 55, 57, 60, 60));
    for (let x = 6; x < 60; x += 1) expect(line.margin(x + 1)).toBeGreaterThan(line.margin(x));
  });

  it('of a share that stays or falls never reaches 100', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 99, noNaN: true }),
        fc.double({ min: -1, max: 0, noNaN: true }),
        fc.integer({ min: 6, max: 18 }),
        (start, slope, months) => {
          expect(trendOf(straight(start, slope, months))?.reaches).toBeUndefined();
        },
      ),
    );
  });

  it('of a rise that could be chance has no latest month', () => {
    const told = trendOf(shares(50, 58, 49, 57, 51, 58));
    expect(told?.slope).toBeGreaterThan(0);
    expect(told?.reaches).toBeDefined();
    expect(told?.reaches?.latest).toBeUndefined();
  });

  it('of a service that is there stays there', () => {
    expect(trendOf(straight(100, 0, 8))?.reaches).toEqual({ month: '2026-07', earliest: '2026-07', latest: '2026-07' });
  });

  it('is never told below 0 or above 100', () => {
    const told = trendOf(shares(80, 84, 88, 92, 97, 99));
    expect(told?.next.share).toBe(100);
    expect(told?.next.high).toBe(100);
    expect(shareAt(lineThrough(shares(9, 7, 5, 3, 1, 0)), '2027-11')).toBe(0);
  });
});

describe('a back-test', () => {
  it('tells how far the line of the months before would have missed the last three', () => {
    // A perfect rise of one point a month that stops: 1, 2 and 3 points off.
    const told = trendOf(shares(40, 41, 42, 43, 44, 45, 45, 45, 45));
    expect(told?.backTest?.months).toBe(3);
    expect(told?.backTest?.meanError).toBeCloseTo(2, 10);
    expect(told?.backTest?.inside).toBe(0);
  });

  it('counts the months that fell inside the interval', () => {
    const told = trendOf(shares(50, 54, 55, 57, 60, 60, 63, 65, 90));
    expect(told?.backTest).toMatchObject({ months: 3, inside: 2 });
  });

  it('needs six months before the three', () => {
    expect(trendOf(straight(40, 1, 8))?.backTest).toBeUndefined();
    expect(trendOf(straight(40, 1, 9))?.backTest).toBeDefined();
  });
});
