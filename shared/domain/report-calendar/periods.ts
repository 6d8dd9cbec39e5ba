import { addDays, addMonths, daysBetween, weekdayOf } from '#shared/kernel/calendar';
import { type CalendarDate, calendarDate } from '#shared/kernel/time';

/** What a report is about in time: its name in ids, and its first and last day. */
export interface Period {
  /** `2020-07-01`, `2020-W27`, `2020-07`, `2020-Q3`, `2020-H2` or `2020`. */
  readonly period: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export function dayOf(day: CalendarDate): Period {
  return { period: day, from: day, to: day };
}

/** The week of ISO 8601, Monday to Sunday: it belongs to the year its Thursday lies in. */
export function weekOf(day: CalendarDate): Period {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
  const thursday = addDays(monday, 3);
  const number = Math.floor(daysBetween(dateOf(yearIn(thursday), 1), thursday) / 7) + 1;
  return { period: `${yearIn(thursday)}-W${two(number)}`, from: monday, to: addDays(monday, 6) };
}

export function monthOf(day: CalendarDate): Period {
  return months(day, 1, ({ year, month }) => `${year}-${two(month)}`);
}

export function quarterOf(day: CalendarDate): Period {
  return months(day, 3, ({ year, part }) => `${year}-Q${part}`);
}

export function halfOf(day: CalendarDate): Period {
  return months(day, 6, ({ year, part }) => `${year}-H${part}`);
}

export function yearOf(day: CalendarDate): Period {
  return months(day, 12, ({ year }) => year);
}

interface Part {
  readonly year: string;
  readonly month: number;
  /** Which of the year's parts of this length, from 1. */
  readonly part: number;
}

/** The part of the year of `length` months that a day lies in. */
function months(day: CalendarDate, length: number, nameOf: (part: Part) => string): Period {
  const month = Number(day.slice(5, 7));
  const part = Math.ceil(month / length);
  const from = dateOf(yearIn(day), (part - 1) * length + 1);
  return { period: nameOf({ year: yearIn(day), month, part }), from, to: addDays(addMonths(from, length), -1) };
}

function yearIn(day: CalendarDate): string {
  return day.slice(0, 4);
}

function dateOf(year: string, month: number): CalendarDate {
  return calendarDate.parse(`${year}-${two(month)}-01`);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
