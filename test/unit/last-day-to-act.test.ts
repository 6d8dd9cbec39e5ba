import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { deadlineFrom, rawEndOf } from '#shared/domain/service-of-document/last-day-to-act';
import { addDays } from '#shared/kernel/calendar';
import { isWorkingDay } from '#shared/kernel/working-day';
import { date } from '#test/builders/domain-service';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(date('2004-01-01'), n));
const anyPeriod = fc.oneof(
  fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ months: fc.integer({ min: 1, max: 24 }) }),
);

describe('the last day to act', () => {
  it.each([
    ['that would be Midsummer Eve is the next Monday', '2026-05-20', { days: 30 }, '2026-06-22'],
    ['that would be Christmas Eve is the first working day after Christmas', '2026-11-24', { days: 30 }, '2026-12-28'],
    ["that is New Year's Eve stays", '2026-12-01', { days: 30 }, '2026-12-31'],
    ['that is Maundy Thursday stays', '2026-03-03', { days: 30 }, '2026-04-02'],
    ['that would be Independence Day on a Monday is the Tuesday', '2027-11-06', { days: 30 }, '2027-12-07'],
    ['of three months is the day with the same number', '2026-08-25', { months: 3 }, '2026-11-25'],
    ['of a month from the 31st is the last day of a shorter month', '2026-08-31', { months: 1 }, '2026-09-30'],
    [
      'of a month from January 31 is the last of February, and then a Monday',
      '2027-01-31',
      { months: 1 },
      '2027-03-01',
    ],
    ['of one day is the day after service', '2026-11-24', { days: 1 }, '2026-11-25'],
  ])('%s', (_, served, period, expected) => {
    expect(deadlineFrom(date(served), period).lastDay).toBe(expected);
  });

  it('is a working day, the first one at or after the end of the period, and ends at 16:15 in Helsinki', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (served, period) => {
        const { lastDay, endsAt } = deadlineFrom(served, period);
        const raw = rawEndOf(served, period);
        expect(raw).toBe(DateTime.fromISO(served).plus(period).toISODate());
        expect(isWorkingDay(lastDay)).toBe(true);
        for (let day = raw; day < lastDay; day = addDays(day, 1)) expect(isWorkingDay(day)).toBe(false);
        expect(DateTime.fromISO(endsAt, { zone: 'Europe/Helsinki' }).toFormat('yyyy-MM-dd HH:mm')).toBe(
          `${lastDay} 16:15`,
        );
      }),
    );
  });
});
