import type * as z from 'zod/mini';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { KINDS, Kind } from '#shared/domain/programme/kinds';
import { addDays, daysBetween } from '#shared/kernel/calendar';
import { calendarDate } from '#shared/kernel/time';

/** A row as an import takes it. */
export type ImportRow<K extends Kind> = z.input<(typeof KINDS)[K]> & { readonly id: string };

/** Rows by their registers: the body of an import. */
export type ImportBody = { readonly [K in Kind]?: readonly ImportRow<K>[] };

/** Moves the days of the programme of 2019 to 2023 to those of another one. */
export interface Days {
  /** @param then a day of the first programme, `2019-03-20` */
  readonly day: (then: string) => string;
  readonly year: (then: number) => number;
}

export function daysOf(calendar: ProgrammeCalendar): Days {
  const shift = daysBetween(CALENDAR_2019.startsOn, calendar.startsOn);
  const day = (then: string) => addDays(calendarDate.parse(then), shift);
  return { day, year: (then) => Number(day(`${then}-03-20`).slice(0, 4)) };
}

/** Every one whose place leaves this remainder. */
export function everyNth<T>(all: readonly T[], nth: number, remainder = 0): readonly T[] {
  return all.filter((_, at) => at % nth === remainder);
}
