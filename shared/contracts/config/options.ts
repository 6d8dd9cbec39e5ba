import * as z from 'zod/mini';
import { ruleSetId } from '#shared/domain/message/decision';
import { LEAST_YEARS } from '#shared/domain/message/least-keeping';
import { windowRoll } from '#shared/domain/message/terms';
import { DURATION } from '#shared/kernel/duration';

export const duration = z.string().check(z.regex(DURATION));

/** `PROVIDER`: a letter is posted when its provider says so; else it is assumed to be, so many working days after the hand-over. */
export const postedOnPolicy = z.string().check(z.regex(/^(PROVIDER|ASSUME_AFTER_(N|[1-9]\d?)_BUSINESS_DAYS)$/));

/** The number that the policy leaves open. */
const N = 2;

/** Working days after the hand-over, or nothing while only the provider's word counts. */
export function assumedAfter(policy: string): number | undefined {
  const days = /^ASSUME_AFTER_(\w+)_BUSINESS_DAYS$/.exec(policy)?.[1];
  return days === 'N' ? N : days === undefined ? undefined : Number(days);
}

/** Whole days within which an advice of receipt is to come back, `P21D`. */
export const aorPatience = z.string().check(z.regex(/^P[1-9]\d{0,2}D$/));

/** Working days within which the provider is to say when a letter was posted. */
export const postedOnPatience = z.string().check(z.regex(/^([1-9]|1\d|20)$/));

/** Days of such a patience. */
export function patienceDays(patience: string): number {
  return Number(patience.slice(1, -1));
}

/** Guardians of a child that a document is served on. */
export const minorGuardians = z.enum(['ALL', 'FIRST']);
/** Whole years that a thing is kept, `P2Y`: never less than the law's least. */
const keptFor = (least: number) =>
  z.string().check(
    z.regex(/^P[1-9]\d?Y$/),
    z.refine((period) => yearsOf(period) >= least, `must be at least P${least}Y`),
  );

/** Years of such a period. */
export function yearsOf(period: string): number {
  return Number(period.slice(1, -1));
}

/** `EACH_LETTER`: a letter is a batch of its own; else the times of the day at which batches are cut, `08:00,14:00`. */
export const batchTimes = z
  .string()
  .check(z.regex(/^(EACH_LETTER|([01]\d|2[0-3]):[0-5]\d(,([01]\d|2[0-3]):[0-5]\d)*)$/));
/** Letters of a full batch: the list of a batch is one item, so it has an upper end. */
export const batchLetters = z.string().check(z.regex(/^([1-9]\d{0,2}|[1-4]\d{3}|5000)$/));

/** How batches are cut; nothing while each letter is one. */
export function cutRules({ BATCHES, BATCH_LETTERS }: Pick<Decisions, 'BATCHES' | 'BATCH_LETTERS'>) {
  if (BATCHES === 'EACH_LETTER') return undefined;
  return { times: BATCHES.split(',').sort(), mostLetters: Number(BATCH_LETTERS) };
}

/** `NONE`, or letters the print provider takes in a day. */
export const postalCapacity = z.string().check(z.regex(/^(NONE|[1-9]\d{0,6})$/));

/** Letters of a day; nothing where there is no such limit. */
export function capacityOf({ POSTAL_CAPACITY }: Pick<Decisions, 'POSTAL_CAPACITY'>): number | undefined {
  return POSTAL_CAPACITY === 'NONE' ? undefined : Number(POSTAL_CAPACITY);
}

const yesOrNo = z.enum(['true', 'false']);

/** What an operator chooses, as text: names of variables (domain.md 3.2). */
export const decisions = {
  RULE_SET: ruleSetId,
  BUSINESS_OBLIGATION: yesOrNo,
  MICRO_PHASE: z.enum(['none', '1', '2']),
  /** ISO 8601: how long an outage may hold messages back. */
  OUTAGE_THRESHOLD: duration,
  WINDOW_ROLL: windowRoll,
  WITHDRAWAL_TRIGGERS_FALLBACK: yesOrNo,
  POSTED_ON_POLICY: postedOnPolicy,
  AOR_PATIENCE: aorPatience,
  POSTED_ON_PATIENCE: postedOnPatience,
  MINOR_GUARDIANS: minorGuardians,
  BATCHES: batchTimes,
  BATCH_LETTERS: batchLetters,
  POSTAL_CAPACITY: postalCapacity,
  /** How long the content of messages is kept after they ended. @see 571/2016 § 13 */
  KEEP_CONTENT: keptFor(LEAST_YEARS),
  /** How long proof of service is kept where no archiving is confirmed. */
  KEEP_PROOF: keptFor(LEAST_YEARS),
};
export type Decisions = Readonly<{ [Name in keyof typeof decisions]: z.infer<(typeof decisions)[Name]> }>;

/** An operator who has chosen nothing. */
export const AS_DELIVERED: Decisions = {
  RULE_SET: 'fi-2016',
  BUSINESS_OBLIGATION: 'false',
  MICRO_PHASE: 'none',
  OUTAGE_THRESHOLD: 'PT24H',
  WINDOW_ROLL: 'NEXT_BUSINESS_DAY',
  WITHDRAWAL_TRIGGERS_FALLBACK: 'true',
  POSTED_ON_POLICY: 'PROVIDER',
  AOR_PATIENCE: 'P21D',
  POSTED_ON_PATIENCE: '2',
  MINOR_GUARDIANS: 'ALL',
  BATCHES: 'EACH_LETTER',
  BATCH_LETTERS: '1000',
  POSTAL_CAPACITY: 'NONE',
  KEEP_CONTENT: 'P2Y',
  KEEP_PROOF: 'P10Y',
};
