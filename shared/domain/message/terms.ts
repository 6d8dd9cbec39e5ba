import * as z from 'zod/mini';
import { recipientKind } from '#shared/domain/message/decision';
import { appealPeriod } from '#shared/domain/message/hub-fields';

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
  /** Working days within which the provider is to say when a letter was posted. @default 2 */
  postedOnPatience: z.optional(z.int()),
});
export type Terms = z.infer<typeof terms>;
