import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#shared/kernel/calendar';
import { calendarDate } from '#shared/kernel/time';
import { isWorkingDay, workingDayFrom, workingDaysAfter } from '#shared/kernel/working-day';

const day = (text: string) => calendarDate.parse(text);
const daysOff = (year: number) =>
  Array.from({ length: 366 }, (_, i) => addDays(day(`${year}-01-01`), i))
    .filter((each) => each.startsWith(String(year)) && !isWorkingDay(each))
    .filter((each) => ![0, 6].includes(weekdayOf(each)));

describe('days off on weekdays', () => {
  it.each([
    [2026, '01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25'],
    [2027, '01-01 01-06 03-26 03-29 05-06 06-25 12-06 12-24'],
  ])('of %d are those of the law', (year, monthsAndDays) => {
    expect(daysOff(year)).toEqual(monthsAndDays.split(' ').map((each) => `${year}-${each}`));
  });

  it('are those that a library of holidays knows, for eighty years', () => {
    const finland = new Holidays('FI', { types: ['public', 'bank'] });
    // Eves that many employers give off are no days off in the law.
    const working = ['12-31'];
    for (let year = 2004; year < 2084; year += 1) {
      const known = finland
        .getHolidays(year)
        .map(({ date }) => day(date.slice(0, 10)))
        .filter((each) => ![0, 6].includes(weekdayOf(each)) && !working.includes(each.slice(5)));
      expect(daysOff(year)).toEqual([...new Set(known)].sort());
    }
  });

  it.each([
    ["New Year's Eve", '2026-12-31'],
    ['Maundy Thursday', '2026-04-02'],
    ['the day after Ascension Day', '2026-05-15'],
  ])('do not include %s', (_, text) => {
    expect(isWorkingDay(day(text))).toBe(true);
  });
});

describe('the next working day', () => {
  const anyDay = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays(day('2004-01-01'), n));

  it('is the day itself when it is one, else the first after a run of days off', () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const found = workingDayFrom(from);
        expect(isWorkingDay(found)).toBe(true);
        for (let each = from; each < found; each = addDays(each, 1)) expect(isWorkingDay(each)).toBe(false);
      }),
    );
  });

  it.each([
    ['Friday', '2026-11-20', 1, '2026-11-23'],
    ['Monday', '2026-11-23', 2, '2026-11-25'],
    ['the Wednesday before Christmas', '2026-12-23', 2, '2026-12-29'],
  ])('after %s are counted without the days off', (_, from, count, expected) => {
    expect(workingDaysAfter(day(from), count)).toBe(expected);
  });
});
