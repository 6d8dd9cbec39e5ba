import type { CalendarDate } from '#shared/kernel/time';

/** A day as it is written in Finland in every language, `31.12.2022`. */
export function dayText(day: CalendarDate): string {
  return day.split('-').map(Number).toReversed().join('.');
}
