import { DAY, HOUR, MINUTE, SECOND } from '#shared/kernel/time';

/** ISO 8601 duration of weeks, days, hours, minutes and seconds; a day is 24 hours. */
export const DURATION = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of a duration; 0 for a text that is none. */
export function millisecondsIn(duration: string): number {
  const parts = DURATION.exec(duration)?.slice(1) ?? [];
  return LENGTHS.reduce((sum, length, i) => sum + Number(parts[i] ?? 0) * length, 0);
}

const LENGTHS = [7 * DAY, DAY, HOUR, MINUTE, SECOND];
