import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, momentOn, weekdayOf } from '#shared/kernel/calendar';
import { type CalendarDate, calendarDate, helsinkiDay } from '#shared/kernel/time';

const day = (text: string) => calendarDate.parse(text);
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('2004-01-01'), n));
const ofLuxon = (text: CalendarDate) => DateTime.fromISO(text, { zone: 'Europe/Helsinki' });

describe('calendar days in Helsinki', () => {
  it('are counted as an independent date library counts them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (from, n) => {
        expect(addDays(from, n)).toBe(ofLuxon(from).plus({ days: n }).toISODate());
        expect(daysBetween(from, addDays(from, n))).toBe(n);
        expect(weekdayOf(from)).toBe(ofLuxon(from).weekday % 7);
      }),
    );
  });

  it('a month on is the day with the same number, or the last day of its month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, n) => {
        expect(addMonths(from, n)).toBe(ofLuxon(from).plus({ months: n }).toISODate());
      }),
    );
    expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(day('2027-12-31'), 2)).toBe('2028-02-29');
  });

  it('begin and have their hours when a clock in Helsinki shows them, in summer and in winter', () => {
    const time = fc.constantFrom('00:00', '06:00', '09:00', '16:15', '23:59');
    fc.assert(
      fc.property(anyDay, time, (on, at) => {
        const moment = momentOn(on, at);
        expect(moment).toBe(DateTime.fromISO(`${on}T${at}`, { zone: 'Europe/Helsinki' }).toUTC().toISO());
        expect(helsinkiDay(moment)).toBe(on);
      }),
    );
  });

  it.each([
    ['the last Sunday of March, an hour that is left out', '2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
    ['the last Sunday of October, an hour that comes twice', '2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
    ['midnight after summer time has ended', '2026-10-26', '00:00', '2026-10-25T22:00:00.000Z'],
    ['midnight after summer time has begun', '2026-03-30', '00:00', '2026-03-29T21:00:00.000Z'],
  ])('%s has one moment', (_, on, at, moment) => {
    expect(momentOn(day(on), at)).toBe(moment);
  });
});
