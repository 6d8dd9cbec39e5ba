import * as z from 'zod/mini';
import { actor } from '#shared/domain/message/actor';
import { language } from '#shared/domain/message/hub-fields';
import { calendarDate, instant } from '#shared/kernel/time';

export const consentSource = z.enum(['SELF', 'SERVICE_POINT', 'SUOMIFI_SYNC', 'AUTHORITY_MIGRATION', 'GUARDIAN']);

/** One change of a recipient's general consent. The register is append-only; the newest record is in force. */
export const consentRecord = z.object({
  /** Counts from 1; 0 before anything has been chosen. */
  version: z.int(),
  /** NONE: nothing has been chosen; the mailbox was made for something else, such as a choice for a matter. */
  action: z.enum([
    'GIVE',
    'WITHDRAW',
    'UPDATE_EMAIL',
    'EMAIL_VERIFIED',
    'EMAIL_BOUNCED',
    /** The draft reform: letters for six months, and back at the next identification after them (AC-38). */
    'OPT_OUT',
    'REACTIVATED',
    'NONE',
  ]),
  at: instant,
  /** Sealed. */
  email: z.optional(z.string()),
  source: consentSource,
  actor,
  /** Which wording of the consent text the person saw. */
  textVersion: z.string(),
  language,
  /** What makes it lawful; absent: the explicit consent of the law in force. */
  basis: z.optional(z.enum(['EXPLICIT_CONSENT', 'ACTIVE_MAILBOX'])),
  /** Last day it is in force, which only an opt-out has; absent: until it is changed. */
  expiresOn: z.optional(calendarDate),
  /** Why an official chose for a visitor, in the official's own words: sealed. */
  reason: z.optional(z.string()),
  /** When an imported choice was made, by the register it came from; `at` is when it came into force here. */
  givenAt: z.optional(instant),
  /** Where an imported consent was given and kept before: sealed. */
  provenance: z.optional(z.string()),
});
export type ConsentRecord = z.infer<typeof consentRecord>;

/** Wording of the consent text in force. */
export const CONSENT_TEXT_VERSION = '2026-11';

/**
 * Statutes a choice rests on. The draft reform is a bill: its sections are not law.
 *
 * @see domain.md 2.5, 3.2
 */
export function legalBasisOfConsent({ basis = 'EXPLICIT_CONSENT' }: Pick<ConsentRecord, 'basis'>): readonly string[] {
  return LEGAL_BASIS[basis];
}

const LEGAL_BASIS = {
  EXPLICIT_CONSENT: ['13/2003 § 18', '13/2003 § 19', '571/2016 § 11'],
  ACTIVE_MAILBOX: ['HE 124/2025 vp'],
} as const;
