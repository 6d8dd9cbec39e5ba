import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  after,
  calendarDate,
  earlier,
  elapsed,
  helsinkiDay,
  instant,
  instantAt,
  later,
  millisecondsOf,
} from '#shared/kernel/time';

const MILLISECONDS = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
const at = (text: string) => instant.parse(text);

describe('an instant', () => {
  it.each([
    '2026-11-23T08:15:00.000Z',
    '2028-02-29T23:59:59.999Z',
    '1970-01-01T00:00:00.000Z',
    '2000-12-31T00:00:00.001Z',
  ])('is %s', (text) => {
    expect(instant.parse(text)).toBe(text);
  });

  it.each([
    ['without decimals', '2026-11-23T08:15:00Z'],
    ['with one decimal', '2026-11-23T08:15:00.0Z'],
    ['with six decimals', '2026-11-23T08:15:00.000000Z'],
    ['in another zone', '2026-11-23T10:15:00.000+02:00'],
    ['in no zone', '2026-11-23T08:15:00.000'],
    ['in small letters', '2026-11-23t08:15:00.000z'],
    ['on a day alone', '2026-11-23'],
    ['before a line break', '2026-11-23T08:15:00.000Z\n'],
    ['after a space', ' 2026-11-23T08:15:00.000Z'],
    ['in a year of five digits', '12026-11-23T08:15:00.000Z'],
  ])('does not stand %s', (_, text) => {
    expect(instant.safeParse(text).success).toBe(false);
  });

  it.each([
    ['29 February of a common year', '2026-02-29T00:00:00.000Z'],
    ['29 February of 2100', '2100-02-29T00:00:00.000Z'],
    ['31 April', '2026-04-31T00:00:00.000Z'],
    ['month 13', '2026-13-01T00:00:00.000Z'],
    ['month 0', '2026-00-01T00:00:00.000Z'],
    ['day 0', '2026-01-00T00:00:00.000Z'],
    ['hour 24', '2026-11-23T24:00:00.000Z'],
    ['minute 60', '2026-11-23T08:60:00.000Z'],
    ['second 60', '2026-12-31T23:59:60.000Z'],
  ])('is never on %s', (_, text) => {
    expect(instant.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(['is not a real moment']);
  });

  it.each([undefined, null, 0, new Date(0)])('is not %s', (value) => {
    expect(instant.safeParse(value).success).toBe(false);
  });

  it('comes back from its milliseconds', () => {
    fc.assert(
      fc.property(MILLISECONDS, (ms) => {
        expect(millisecondsOf(instantAt(ms))).toBe(ms);
      }),
    );
  });

  it('compares as text in the order of time', () => {
    fc.assert(
      fc.property(MILLISECONDS, MILLISECONDS, (a, b) => {
        expect(instantAt(a) < instantAt(b)).toBe(a < b);
      }),
    );
  });
});

describe('a calendar day', () => {
  it.each(['2026-11-26', '2028-02-29', '2000-02-29', '1999-12-31'])('is %s', (text) => {
    expect(calendarDate.parse(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-06-31',
    '2026-11-00',
    '2026-13-01',
    '2026-00-10',
    '2026-01-32',
  ])('is never %s', (text) => {
    expect(calendarDate.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(['is not a real day']);
  });

  it.each(['2026-1-1', '26-11-26', '26.11.2026', '2026-11-26 ', '2026-11-26T00:00:00.000Z', '20261126', ''])(
    'is not written %j',
    (text) => {
      expect(calendarDate.safeParse(text).success).toBe(false);
    },
  );
});

describe('elapsed time', () => {
  it('is counted in milliseconds', () => {
    expect({ SECOND, MINUTE, HOUR, DAY }).toEqual({ SECOND: 1000, MINUTE: 60_000, HOUR: 3_600_000, DAY: 86_400_000 });
  });

  it.each([
    ['a second before midnight', '2026-11-23T23:59:59.000Z', SECOND, '2026-11-24T00:00:00.000Z'],
    ['back over a leap day', '2028-03-01T00:00:00.000Z', -DAY, '2028-02-29T00:00:00.000Z'],
    ['nothing', '2026-11-23T08:15:00.000Z', 0, '2026-11-23T08:15:00.000Z'],
  ])('moves %s', (_, from, ms, to) => {
    expect(after(at(from), ms)).toBe(to);
    expect(elapsed(at(from), at(to))).toBe(ms);
  });

  it('is what lies between a moment and the moment after it', () => {
    fc.assert(
      fc.property(MILLISECONDS, fc.integer({ min: -DAY, max: DAY }), (ms, length) => {
        fc.pre(ms + length >= 0);
        const from = instantAt(ms);
        expect(elapsed(from, after(from, length))).toBe(length);
      }),
    );
  });
});

describe('the earlier and the later of two moments', () => {
  it.each([
    ['2026-11-23T08:15:00.000Z', '2026-11-23T08:15:00.001Z'],
    ['2026-11-23T08:15:00.000Z', '2026-11-23T08:15:00.000Z'],
    ['2025-12-31T23:59:59.999Z', '2026-01-01T00:00:00.000Z'],
  ])('are %s and %s', (first, last) => {
    expect([earlier(at(first), at(last)), later(at(first), at(last))]).toEqual([first, last]);
    expect([earlier(at(last), at(first)), later(at(last), at(first))]).toEqual([first, last]);
  });
});

describe('the day in Helsinki', () => {
  it.each([
    ['ends at 22 UTC in winter', '2026-11-23T21:59:59.999Z', '2026-11-23', '2026-11-24'],
    ['ends at 21 UTC in summer', '2026-07-01T20:59:59.999Z', '2026-07-01', '2026-07-02'],
    ['begins at 22 UTC where the clocks go forward', '2026-03-28T21:59:59.999Z', '2026-03-28', '2026-03-29'],
    ['ends at 21 UTC where the clocks went forward', '2026-03-29T20:59:59.999Z', '2026-03-29', '2026-03-30'],
    ['begins at 21 UTC where the clocks go back', '2026-10-24T20:59:59.999Z', '2026-10-24', '2026-10-25'],
    ['ends at 22 UTC where the clocks went back', '2026-10-25T21:59:59.999Z', '2026-10-25', '2026-10-26'],
    ['turns the year two hours before UTC', '2026-12-31T21:59:59.999Z', '2026-12-31', '2027-01-01'],
    ['has a 29 February', '2028-02-28T21:59:59.999Z', '2028-02-28', '2028-02-29'],
  ])('%s', (_, lastMoment, day, next) => {
    expect(helsinkiDay(at(lastMoment))).toBe(day);
    expect(helsinkiDay(after(at(lastMoment), 1))).toBe(next);
  });

  it.each([
    ['23 hours in spring', '2026-03-28T22:00:00.000Z', 23 * HOUR],
    ['25 hours in autumn', '2026-10-24T21:00:00.000Z', 25 * HOUR],
    ['24 hours else', '2026-11-22T22:00:00.000Z', DAY],
  ])('lasts %s', (_, midnight, length) => {
    const day = helsinkiDay(at(midnight));
    expect(helsinkiDay(after(at(midnight), -1))).not.toBe(day);
    expect(helsinkiDay(after(at(midnight), length - 1))).toBe(day);
    expect(helsinkiDay(after(at(midnight), length))).not.toBe(day);
  });

  it('is the day of UTC two or three hours on', () => {
    fc.assert(
      fc.property(MILLISECONDS, (ms) => {
        const dayAt = (hours: number) => instantAt(ms + hours * HOUR).slice(0, 10);
        expect([dayAt(2), dayAt(3)]).toContain(helsinkiDay(instantAt(ms)));
      }),
    );
  });

  it('never goes back', () => {
    fc.assert(
      fc.property(MILLISECONDS, fc.integer({ min: 0, max: 2 * DAY }), (ms, length) => {
        expect(helsinkiDay(instantAt(ms + length)) >= helsinkiDay(instantAt(ms))).toBe(true);
      }),
    );
  });
});
