import { type CalendarDate, calendarDate } from '#shared/kernel/time';

/** A day as people write it, `30.11.2026`, or as machines do, `2026-11-30`; absent where it is none. */
export function dayIn(text: string): CalendarDate | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? [];
  const written = year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return calendarDate.safeParse(written).data;
}
