import { once } from '#shared/kernel/once';
import { type CalendarDate, DAY, HOUR, type Instant, calendarDate, instantAt } from '#shared/kernel/time';

/** @param days may be negative */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  return dayAt(noonOf(day) + days * DAY);
}

/**
 * The day with the same number in a later month, or the last day of that month where it has no such day.
 *
 * @see 150/1930 § 3
 */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + months, Math.min(number, lastOfMonth)));
}

/** 0 Sunday, 1 Monday … 6 Saturday. */
export function weekdayOf(day: CalendarDate): number {
  return new Date(noonOf(day)).getUTCDay();
}

/** Calendar days from `from` to `to`; negative when `to` is before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (noonOf(to) - noonOf(from)) / DAY;
}

/**
 * The moment a clock in Helsinki shows `time` on `day`. Of the hour that comes twice in autumn it is the first, in the hour
 * left out in spring an hour later.
 *
 * @param time `HH:MM`
 */
export function momentOn(day: CalendarDate, time = '00:00'): Instant {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  const inSummer = asUtc - 3 * HOUR;
  return instantAt(clockInHelsinki().format(inSummer) === `${day} ${time}` ? inSummer : asUtc - 2 * HOUR);
}

/** What a clock in Helsinki shows at a moment, `HH.MM.SS`. */
export function clockOn(moment: Instant): string {
  return secondsInHelsinki().format(Date.parse(moment)).replaceAll(':', '.');
}

const secondsInHelsinki = once(
  () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', timeStyle: 'medium' }),
);

const clockInHelsinki = once(
  () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'short' }),
);

function noonOf(day: CalendarDate): number {
  return Date.parse(`${day}T12:00:00.000Z`);
}

function dayAt(ms: number): CalendarDate {
  return calendarDate.parse(new Date(ms).toISOString().slice(0, 10));
}
