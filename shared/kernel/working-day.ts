import { addDays, weekdayOf } from '#shared/kernel/calendar';
import { type CalendarDate, calendarDate } from '#shared/kernel/time';

const SUNDAY = 0;
const FRIDAY = 5;
const SATURDAY = 6;

/**
 * A day that is no Saturday, Sunday, church holiday, Independence Day, May Day, Christmas Eve or Midsummer Eve. New Year's
 * Eve and Maundy Thursday are working days.
 *
 * @see 150/1930 § 5; church holidays 652/2023 (before it 1054/1993)
 */
export function isWorkingDay(day: CalendarDate): boolean {
  const weekday = weekdayOf(day);
  return weekday !== SATURDAY && weekday !== SUNDAY && !isFixedHoliday(day) && !isMovingHoliday(day, weekday);
}

/** The day itself when it is a working day, else the first one after it. */
export function workingDayFrom(day: CalendarDate): CalendarDate {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

/** The working day that is `count` working days after `day`. @param count 1 or more */
export function workingDaysAfter(day: CalendarDate, count: number): CalendarDate {
  let found = day;
  for (let left = count; left > 0; left -= 1) found = workingDayFrom(addDays(found, 1));
  return found;
}

/** New Year, Epiphany, May Day, Independence Day, Christmas Eve and both Christmas days, as month and day. */
const FIXED: readonly string[] = ['01-01', '01-06', '05-01', '12-06', '12-24', '12-25', '12-26'];

function isFixedHoliday(day: CalendarDate): boolean {
  return FIXED.includes(day.slice(5));
}

/** Good Friday, Easter Monday and Ascension Day, counted from Easter Sunday. */
const FROM_EASTER: readonly number[] = [-2, 1, 39];

/** Midsummer Eve is the Friday between 19 and 25 June. Midsummer Day and All Saints fall on Saturdays. */
function isMovingHoliday(day: CalendarDate, weekday: number): boolean {
  const isMidsummerEve = weekday === FRIDAY && day.slice(5) >= '06-19' && day.slice(5) <= '06-25';
  const easter = easterSunday(Number(day.slice(0, 4)));
  return isMidsummerEve || FROM_EASTER.some((days) => addDays(easter, days) === day);
}

/** The Gregorian computus of Meeus, Jones and Butcher. */
function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const [month, day] = [Math.floor(sum / 31), (sum % 31) + 1];
  return calendarDate.parse(`${year}-${two(month)}-${two(day)}`);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
