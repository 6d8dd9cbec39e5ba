import type { Language } from '#shared/domain/message/hub-fields';
import type { CalendarDate } from '#shared/kernel/time';

/** A day as it is written in a language: `30.11.2026` in Finnish and Swedish, `30 November 2026` in English. */
export function writtenDay(day: CalendarDate, language: Language): string {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  return language === 'en' ? `${number} ${MONTHS[month - 1] ?? ''} ${year}` : `${number}.${month}.${year}`;
}

const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
