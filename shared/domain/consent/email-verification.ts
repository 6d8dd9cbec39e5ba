import * as z from 'zod/mini';
import { type Instant, instant } from '#shared/kernel/time';

/**
 * A code that waits to be told back, and how often one was asked for. The code itself is stored nowhere: it is a keyed
 * hash of what stands here, worked out anew when it is mailed and when it is tried.
 */
export const emailVerification = z.object({
  /** Version of the consent that gave the address. */
  of: z.int(),
  /** Counts the codes of that address from 1; the latest is the one in force. */
  code: z.int(),
  /** When it was made. */
  at: instant,
  /** Wrong codes told so far. */
  tries: z.int(),
  /** Beginning of the day that codes are counted in, and how many were made since. */
  since: instant,
  made: z.int(),
});
export type EmailVerification = z.infer<typeof emailVerification>;

/** The first code of an address that was just given: it goes out with the notice about the consent. */
export function firstCode(of: number, at: Instant): EmailVerification {
  return { of, code: 1, at, tries: 0, since: at, made: 1 };
}

/** What a code is a keyed hash of. */
export interface CodeName {
  /** Version of the consent that gave the address. */
  readonly of: number;
  readonly code: number;
}

/** Mail to the address in force has come back: the person is told so when they next look. */
export const emailProblem = z.object({ since: instant, kind: z.literal('BOUNCED') });
