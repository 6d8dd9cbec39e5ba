import { addMonths } from '#shared/kernel/calendar';
import { type CalendarDate, calendarDate } from '#shared/kernel/time';

/** From this age on a child's mailbox is the child's own, and the child signs in alone (434/2003 § 14). */
export const OWN_MAILBOX_FROM = 15;

/** Whether somebody has reached an age, in years, on a day. */
export function hasReached(years: number, { born, on }: { readonly born: CalendarDate; readonly on: CalendarDate }) {
  return addMonths(born, 12 * years) <= on;
}

/** The day of birth that stands in a valid identity code (VNA 690/2022). */
export function birthDateIn(identityCode: string): CalendarDate | undefined {
  const [, day = '', month = '', year = '', separator = ''] = /^(\d\d)(\d\d)(\d\d)(.)/.exec(identityCode) ?? [];
  const century = CENTURIES.find(([separators]) => separators.includes(separator))?.[1];
  const parsed = calendarDate.safeParse(`${century ?? ''}${year}-${month}-${day}`);
  return parsed.success ? parsed.data : undefined;
}

const CENTURIES = [
  ['+', '18'],
  ['-YXWVU', '19'],
  ['ABCDEF', '20'],
] as const;
