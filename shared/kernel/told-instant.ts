import * as z from 'zod/mini';
import { type Instant, instant } from '#shared/kernel/time';

/** RFC 3339: with seconds, any number of decimals, and `Z` or an offset from UTC. */
const TOLD = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** A moment as others write it, `2026-11-23T10:15:00+02:00`; read as an `Instant`, whole milliseconds. */
export const toldInstant = z.pipe(
  z
    .string()
    .check(z.refine((text) => utcOf(text) !== undefined, 'must be a real moment such as 2026-11-23T10:15:00+02:00'))
    .register(z.globalRegistry, {
      description: 'A moment, with `Z` or an offset from UTC (RFC 3339).',
      examples: ['2026-11-23T10:15:00+02:00'],
    }),
  z.transform((text: string): Instant => instant.parse(utcOf(text))),
);

/** @returns nothing of what is no moment, 30 February among them */
function utcOf(text: string): string | undefined {
  const [day = '', rest = ''] = text.split(/[Tt]/);
  if (!TOLD.test(text) || !instant.safeParse(`${day}T00:00:00.000Z`).success) return undefined;
  const ms = Date.parse(`${day}T${rest.toUpperCase()}`);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
