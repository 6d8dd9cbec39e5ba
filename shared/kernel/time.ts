import * as z from 'zod/mini';
import { once } from '#shared/kernel/once';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** A moment in UTC with three decimals, `2026-11-23T08:15:00.000Z`. Compares as text. */
export const instant = z
  .string()
  .check(
    z.regex(INSTANT),
    z.refine((text) => isRealInstant(text), 'is not a real moment'),
  )
  .brand<'Instant'>()
  .register(z.globalRegistry, { description: 'A moment in UTC.', examples: ['2026-11-23T08:15:00.000Z'] });
export type Instant = z.infer<typeof instant>;

/** A calendar day in Europe/Helsinki, `2026-11-26`. Compares as text. Law is written in these. */
export const calendarDate = z
  .string()
  .check(
    z.regex(DATE),
    z.refine((text) => isRealInstant(`${text}T00:00:00.000Z`), 'is not a real day'),
  )
  .brand<'CalendarDate'>()
  .register(z.globalRegistry, { description: 'A calendar day in Europe/Helsinki.', examples: ['2026-11-26'] });
export type CalendarDate = z.infer<typeof calendarDate>;

/** The only way the hub learns what time it is. */
export type Clock = () => Instant;

/** Length in milliseconds. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** @param ms milliseconds since 1970-01-01T00:00:00Z */
export function instantAt(ms: number): Instant {
  return instant.parse(new Date(ms).toISOString());
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function millisecondsOf(moment: Instant): number {
  return Date.parse(moment);
}

/**
 * Adds elapsed time. Never for legal periods: those count calendar days in Helsinki.
 *
 * @param ms milliseconds, may be negative
 */
export function after(moment: Instant, ms: number): Instant {
  return instantAt(millisecondsOf(moment) + ms);
}

export function earlier<T extends string>(a: T, b: T): T {
  return a <= b ? a : b;
}

export function later<T extends string>(a: T, b: T): T {
  return a >= b ? a : b;
}

/** Milliseconds from `from` to `to`; negative when `to` is before `from`. */
export function elapsed(from: Instant, to: Instant): number {
  return millisecondsOf(to) - millisecondsOf(from);
}

/** The calendar day in Helsinki at a moment. */
export function helsinkiDay(moment: Instant): CalendarDate {
  return calendarDate.parse(dayInHelsinki().format(millisecondsOf(moment)));
}

/** Swedish writes dates as ISO 8601 does. The first format of a process takes a fifth of the start of a function. */
const dayInHelsinki = once(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short' }));

function isRealInstant(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}
