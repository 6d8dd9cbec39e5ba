import type { CalendarDate } from '#shared/kernel/time';

/** A day as it is written in Finland in every language, `31.12.2022`. */
export function dayText(day: CalendarDate): string {
  return day.split('-').map(Number).toReversed().join('.');
}

/** How long something is late: `päivän`, `14 päivää`. */
export function daysFi(days: number): string {
  return days === 1 ? 'päivän' : `${days} päivää`;
}

export function daysSv(days: number): string {
  return days === 1 ? 'en dag' : `${days} dagar`;
}
