import * as z from 'zod/mini';
import {
  aorPatience,
  AS_DELIVERED,
  assumedAfter,
  batchTimes,
  cutRules,
  duration,
  minorGuardians,
  patienceDays,
  postedOnPolicy,
} from '#shared/contracts/config/options';
import { postalAddress } from '#shared/domain/message/address';
import { recipientKind, ruleSetId } from '#shared/domain/message/decision';
import { windowRoll } from '#shared/domain/message/terms';
import { language } from '#shared/domain/message/hub-fields';
import { formOfId } from '#shared/domain/message/identity-code';
import { guardianship, jointMatter } from '#shared/domain/registers/person';
import { millisecondsIn } from '#shared/kernel/duration';
import type { Settings } from '#shared/ports/settings';
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

export const clockBody = z.strictObject({ now: anyInstant });

export const advanceBody = z.strictObject({ duration });

const personId = z.string().check(z.refine((id) => formOfId(id) === 'PERSON', 'must be a personal identity code'));

const anyId = z
  .string()
  .check(z.refine((id) => formOfId(id) !== undefined, 'must be an identity code or a business id'));

export const signInBody = z.strictObject({ id: personId, onBehalfOf: z.optional(z.string()) });

const named = z.string().check(z.minLength(1), z.maxLength(256));

export const officialBody = z.strictObject({ name: named, organisation: named, id: z.optional(personId) });

export const bounceBody = z.strictObject({ type: z.enum(['hard', 'soft']) });

const email = z.string().check(z.minLength(3), z.maxLength(254));

export const personBody = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(256)),
  language: z.optional(language),
  postalAddress: z.optional(postalAddress),
  contactAddress: z.optional(postalAddress),
  protectionOrder: z.optional(z.boolean()),
  deceased: z.optional(z.boolean()),
  estateHolder: z.optional(anyId),
  guardians: z.optional(z.array(z.string())),
  guardianship: z.optional(guardianship),
  jointMatters: z.optional(z.array(jointMatter)),
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
  administrator: z.optional(anyId),
  dissolved: z.optional(z.boolean()),
  jointMatters: z.optional(z.array(jointMatter)),
  mailboxActive: z.optional(z.boolean()),
  consented: z.optional(z.boolean()),
});
export type BusinessBody = z.infer<typeof businessBody>;

/** Options of the running hub; `planDeadline` is one of the calendar of the programme. */
export const configBody = z.strictObject({
  ruleSet: z.optional(ruleSetId),
  businessObligation: z.optional(z.boolean()),
  microPhase: z.optional(z.literal(['none', 1, 2])),
  outageThreshold: z.optional(duration),
  windowRoll: z.optional(windowRoll),
  withdrawalTriggersFallback: z.optional(z.boolean()),
  postedOnPolicy: z.optional(postedOnPolicy),
  aorPatience: z.optional(aorPatience),
  minorGuardians: z.optional(minorGuardians),
  batches: z.optional(batchTimes),
  planDeadline: z.optional(calendarDate),
});

/** What a body chooses, in the words of the settings; what it does not name stays as it is. */
export function settingsIn({
  ruleSet,
  microPhase,
  outageThreshold,
  postedOnPolicy: policy,
  aorPatience: patience,
  batches,
  ...rest
}: Omit<ConfigBody, 'planDeadline'>): Partial<Settings> {
  return {
    ...rest,
    ...(ruleSet === undefined ? {} : { ruleSetId: ruleSet }),
    ...(microPhase === undefined ? {} : { microPhase: microPhase === 'none' ? undefined : microPhase }),
    ...(outageThreshold === undefined ? {} : { outageThreshold: millisecondsIn(outageThreshold) }),
    ...(policy === undefined ? {} : { assumePostedAfter: assumedAfter(policy) }),
    ...(batches === undefined ? {} : { batches: cutRules({ ...AS_DELIVERED, BATCHES: batches }) }),
    ...(patience === undefined ? {} : { receiptPatience: patienceDays(patience) }),
  };
}

type ConfigBody = z.infer<typeof configBody>;
