import * as z from 'zod/mini';
import { addressee } from '#shared/domain/message/addressee';
import { messageKind, recipientKind } from '#shared/domain/message/decision';
import { deliveryFact, lastOf } from '#shared/domain/message/facts';
import { appealPeriod } from '#shared/domain/message/hub-fields';
import {
  attemptToken,
  deliveryId,
  externalId,
  messageId,
  recipientId,
  serviceId,
  tenantId,
} from '#shared/domain/message/ids';
import { keeping } from '#shared/domain/message/keeping';
import { instant } from '#shared/kernel/time';

/** An outside effect under way. It is not history: the fact that follows it is. */
export const claim = z.object({
  attempt: attemptToken,
  at: instant,
  /** How many times the effect has been tried, this one included. */
  sends: z.int(),
  /** What is under way; absent: the notice. */
  effect: z.optional(z.enum(['REMINDER', 'LETTER'])),
});
export type Claim = z.infer<typeof claim>;

/** Whether a window that would end on a day off ends on the next working day instead (domain.md 3.2). */
export const windowRoll = z.enum(['NEXT_BUSINESS_DAY', 'NONE']);

/**
 * What the law and the operator's options ask of this delivery, frozen when it is opened: a later change of either leaves it
 * alone. Only what differs from the default is stored.
 *
 * @see domain.md 3.2 ("a message sent under one set keeps it")
 */
export const terms = z.object({
  appealPeriod: z.optional(appealPeriod),
  /** Only what the assessment depends on; absent: a person or an entity served like one. */
  recipientKind: z.optional(recipientKind),
  /** An obligating document sent as ordinary, against 434/2003 § 60: its presumption stays doubtful (KHO:2023:46). */
  obligatingOverridden: z.optional(z.boolean()),
  /** No reminders: an informational message, or the sender's wish. */
  noReminders: z.optional(z.boolean()),
  /** @default NEXT_BUSINESS_DAY */
  windowRoll: z.optional(windowRoll),
  /** False: a withdrawal leaves a pending verifiable message to its window. @default true */
  withdrawalTriggersFallback: z.optional(z.boolean()),
  /** Working days after the hand-over on which a letter without a day of posting is assumed posted; absent: it never is. */
  assumePostedAfter: z.optional(z.int()),
  /** Calendar days within which an advice of receipt is to come back. @default 21 */
  receiptPatience: z.optional(z.int()),
});
export type Terms = z.infer<typeof terms>;

/**
 * One message to one resolved recipient: the unit of the road. Its facts are a list, appended, never changed; the version
 * is their number; its state is their fold.
 */
export const delivery = z.object({
  deliveryId,
  messageId,
  tenantId,
  serviceId,
  externalId: z.optional(externalId),
  /** Absent for a letter that was sent by address alone, and for a recipient the hub holds no mailbox of. */
  recipientId: z.optional(recipientId),
  /** Absent: for the recipient the sender named, by no rule of stage A. */
  addressee: z.optional(addressee),
  /** On the first delivery: whom the deliveries after it are for, in their order. Registers are not asked again. */
  others: z.optional(z.array(addressee)),
  kind: messageKind,
  terms: z.optional(terms),
  facts: z.array(deliveryFact),
  /** How many facts, counted from the first, stand in the sender's feed. */
  published: z.int(),
  /** Page of the feed that holds the newest of them. */
  page: z.optional(z.int()),
  claim: z.optional(claim),
  /** A reminder was due that could not go: none is sent any more. */
  reminderLapsed: z.optional(z.boolean()),
  keeping: z.optional(keeping),
  /** When the sweep looks at it next; absent when it owes nothing. */
  wakeAt: z.optional(instant),
});
export type Delivery = z.infer<typeof delivery>;

/** The letter of a verifiable message is with the provider, or on its way there: from then on it is the letter that serves. */
export function isHandedOver({ kind, facts, claim: underWay }: Pick<Delivery, 'kind' | 'facts' | 'claim'>): boolean {
  return kind === 'VERIFIABLE' && (underWay?.effect === 'LETTER' || lastOf(facts, 'HANDED_TO_POSTAL') !== undefined);
}
