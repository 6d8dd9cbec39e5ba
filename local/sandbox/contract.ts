import * as z from 'zod/mini';
import { postalAddress } from '#shared/domain/message/address';
import { recipientKind, ruleSetId } from '#shared/domain/message/decision';
import { language } from '#shared/domain/message/hub-fields';
import { formOfId } from '#shared/domain/message/identity-code';
import { calendarDate, instant } from '#shared/kernel/time';
import { withMilliseconds } from '#local/options';

/** Instants come with or without milliseconds, in any offset. */
const anyInstant = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string) => withMilliseconds(text)),
  ),
  instant,
);

/** ISO 8601 duration of days, hours, minutes and seconds; a day is 24 hours. */
const DURATION = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

export const clockBody = z.strictObject({ now: anyInstant });

export const advanceBody = z.strictObject({ duration: z.string().check(z.regex(DURATION)) });

/** Milliseconds of a duration. */
export function millisecondsIn(duration: string): number {
  const [, weeks, days, hours, minutes, seconds] = DURATION.exec(duration) ?? [];
  const parts = [
    Number(weeks ?? 0) * 7 + Number(days ?? 0),
    Number(hours ?? 0),
    Number(minutes ?? 0),
    Number(seconds ?? 0),
  ] as const;
  return (((parts[0] * 24 + parts[1]) * 60 + parts[2]) * 60 + parts[3]) * 1000;
}

const personId = z.string().check(z.refine((id) => formOfId(id) === 'PERSON', 'must be a personal identity code'));

export const signInBody = z.strictObject({ id: personId, onBehalfOf: z.optional(z.string()) });

export const bounceBody = z.strictObject({ type: z.enum(['hard', 'soft']) });

const email = z.string().check(z.minLength(3), z.maxLength(254));

export const personBody = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(256)),
  language: z.optional(language),
  postalAddress: z.optional(postalAddress),
  contactAddress: z.optional(postalAddress),
  protectionOrder: z.optional(z.boolean()),
  deceased: z.optional(z.boolean()),
  guardians: z.optional(z.array(z.string())),
  birthDate: z.optional(calendarDate),
  consent: z.optional(z.strictObject({ electronic: z.boolean(), email: z.optional(email) })),
});
export type PersonBody = z.infer<typeof personBody>;

export const businessBody = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(256)),
  kind: recipientKind,
  employees: z.optional(z.int().check(z.minimum(0))),
  postalAddress: z.optional(postalAddress),
  country: z.optional(z.string()),
  representatives: z.optional(z.array(z.strictObject({ id: z.string(), role: z.string() }))),
  mailboxActive: z.optional(z.boolean()),
  consented: z.optional(z.boolean()),
});
export type BusinessBody = z.infer<typeof businessBody>;

/** Options of the running hub. Those of the rules that are not built yet are refused by name, not taken in silence. */
export const configBody = z.strictObject({ ruleSet: z.optional(ruleSetId) });
