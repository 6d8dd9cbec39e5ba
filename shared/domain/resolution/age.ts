import type { CalendarDate } from '#shared/kernel/time';

/** From this birthday on a child has a right of its own to be heard (434/2003 § 14). */
export const OWN_VOICE = 15;

/** Full age (442/1999 § 2). */
export const FULL_AGE = 18;

/** Full years on a day; a year is full from the birthday on, that of 29 February on 1 March where there is none. */
export function ageOn(day: CalendarDate, born: CalendarDate): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
