import * as z from 'zod/mini';
import { answerDeadline } from '#shared/domain/message/answer-deadline';
import { capacity, recipientKind } from '#shared/domain/message/decision';
import { instant } from '#shared/kernel/time';

export const language = z.enum(['fi', 'sv', 'en']);
export type Language = z.infer<typeof language>;

const legalBasis = z.string().check(z.minLength(1), z.maxLength(256));
const period = z.int().check(z.positive(), z.maximum(3650));

/** Length of the appeal period that starts at service: in days or in months, never both. */
export const appealPeriod = z
  .strictObject({ days: z.optional(period), months: z.optional(period) })
  .check(
    z.refine(({ days, months }) => (days === undefined) !== (months === undefined), 'names either days or months'),
  );
export type AppealPeriod = z.infer<typeof appealPeriod>;

/**
 * What a sender may tell beyond the national API, all optional, all under `hub` in the three sending bodies. A name that
 * does not stand here is refused.
 *
 * @see hub-api.md section 1
 */
export const hubFields = z
  .strictObject({
    /** The authority's own id of the matter. */
    matterId: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
    /** The document obliges its recipient and an appeal period starts from its service (434/2003 § 60). */
    obligating: z.optional(z.boolean()),
    obligatingOverride: z.optional(
      z.strictObject({ legalBasis, approvedBy: z.string().check(z.minLength(1), z.maxLength(256)) }),
    ),
    appealPeriod: z.optional(appealPeriod),
    recipientKind: z.optional(recipientKind),
    capacity: z.optional(capacity),
    /** Language of the document and of the letter the hub lays out itself. */
    language: z.optional(language),
    /** Privacy or another special need asks for verifiable service (13/2003 § 19, second sentence). */
    protectionNeed: z.optional(z.boolean()),
    /** The document must be served on the principal in person (434/2003 § 56.3). */
    personalService: z.optional(z.boolean()),
    statutoryChannel: z.optional(z.strictObject({ rule: z.literal('PAPER_ONLY'), legalBasis })),
    deliverNotBefore: z.optional(instant),
    /** Until when an answer to this message is asked for: the receipt of the answer says whether it came in time. */
    answerBy: z.optional(answerDeadline),
    /** A message that asks for nothing: no reminders. */
    informational: z.optional(z.boolean()),
  })
  .register(z.globalRegistry, { id: 'HubFields', description: "The hub's own additions to a sending body." });
export type HubFields = z.infer<typeof hubFields>;
