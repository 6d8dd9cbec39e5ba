import * as z from 'zod/mini';
import { actor } from '#shared/domain/message/actor';
import { language } from '#shared/domain/message/hub-fields';
import { instant } from '#shared/kernel/time';

export const consentSource = z.enum(['SELF', 'SERVICE_POINT', 'SUOMIFI_SYNC', 'AUTHORITY_MIGRATION', 'GUARDIAN']);

/** One change of a recipient's general consent. The register is append-only; the newest record is in force. */
export const consentRecord = z.object({
  /** Counts from 1; 0 before anything has been chosen. */
  version: z.int(),
  /** NONE: nothing has been chosen; the mailbox was made for something else, such as a choice for a matter. */
  action: z.enum(['GIVE', 'WITHDRAW', 'UPDATE_EMAIL', 'EMAIL_BOUNCED', 'NONE']),
  at: instant,
  /** Sealed. */
  email: z.optional(z.string()),
  source: consentSource,
  actor,
  /** Which wording of the consent text the person saw. */
  textVersion: z.string(),
  language,
});
export type ConsentRecord = z.infer<typeof consentRecord>;

/** Wording of the consent text in force. */
export const CONSENT_TEXT_VERSION = '2026-11';
