import * as z from 'zod/mini';
import { identifiedBy } from '#shared/domain/access/desk-visit';
import { actor } from '#shared/domain/message/actor';
import { messageId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** What was looked at or changed. */
export const accessAct = z.enum([
  'VISIT_BEGUN',
  'CONSENT_SHOWN',
  'CONSENT_CHANGED',
  'MATTER_SHOWN',
  'MATTER_CHANGED',
  'MANDATES_SHOWN',
  'MANDATE_REGISTERED',
  'MANDATE_CANCELLED',
  'MAILBOX_LISTED',
  'MESSAGE_OPENED',
  'MESSAGE_DELETED',
  'MESSAGE_RESTORED',
  'DATA_REQUESTED',
  'DATA_REQUESTS_SHOWN',
  'DATA_EXPORTED',
  'DATA_ERASED',
  'LEGAL_HOLD_SET',
  'LEGAL_HOLD_LIFTED',
]);
export type AccessAct = z.infer<typeof accessAct>;

/**
 * One look at, or change of, what the hub holds on somebody, by somebody else. Entered before anything is shown; the
 * person reads it in their own log.
 *
 * @see 571/2016 § 20 (log); REQ-066, REQ-123
 */
export const accessEntry = z.object({
  /** Given by its writer: entering it twice is entering it once. */
  entryId: z.string(),
  at: instant,
  act: accessAct,
  /** Who did it; the name is sealed. */
  by: actor,
  /** Organisation of an official, as its own staff register names it. */
  organisation: z.optional(z.string()),
  /** Why, in the official's own words: sealed. */
  reason: z.optional(z.string()),
  /** What an official was sure by that the person stood before them. */
  identifiedBy: z.optional(identifiedBy),
  /** Who stood before an official in this person's place, and as what; the name is sealed. */
  standIn: z.optional(z.object({ role: actor.shape.role, name: z.string() })),
  messageId: z.optional(messageId),
});
export type AccessEntry = z.infer<typeof accessEntry>;
