import * as z from 'zod/mini';
import { answerDeadline, sentDuringOutage } from '#shared/domain/message/answer-deadline';
import { attemptToken, messageId, recipientId, serviceId, tenantId, externalId } from '#shared/domain/message/ids';
import { erasedContent } from '#shared/domain/message/keeping';
import { documentReference, sealedBytes } from '#shared/domain/message/message';
import { instant } from '#shared/kernel/time';

const person = z.object({ id: z.string(), name: z.string() });

/** What an end user wrote to an authority: kept sealed. */
export const inboundContent = z.object({
  title: z.string(),
  body: z.string(),
  documents: z.array(documentReference),
  mailboxOwner: person,
  /** The person who wrote, where that is another than the owner of the mailbox. */
  onBehalf: z.optional(person),
});
export type InboundContent = z.infer<typeof inboundContent>;

/** Who wrote it: sealed apart from what they wrote. */
export const inboundIdentity = z.pick(inboundContent, { mailboxOwner: true, onBehalf: true });

/** What was written, and by nobody. */
export const inboundWords = z.omit(inboundContent, { mailboxOwner: true, onBehalf: true });

/** A message from an end user, as an authority's system fetches it. */
export const inboundMessage = z.object({
  messageId,
  tenantId,
  serviceId,
  recipientId,
  /** Moment at which the message reached the authority's side (13/2003 § 10). */
  receivedAt: instant,
  thread: z.optional(z.object({ rootMessageId: messageId, threadExternalId: z.optional(externalId) })),
  /** The message it is a reply to: on behalf of another it is seen by who sees that one. */
  answers: z.optional(messageId),
  /** Until when its authority, or a statute, asked for it. */
  deadline: z.optional(answerDeadline),
  /** When another authority passed it on to this one (13/2003 § 15). */
  transferredAt: z.optional(instant),
  /** Sent, by its sender's account, while the hub was in a declared outage (13/2003 § 10, second paragraph). */
  sentDuring: z.optional(sentDuringOutage),
  /** Absent once its time is over (`erased`). */
  sealedContent: z.optional(sealedBytes),
  erased: z.optional(erasedContent),
  /** As with a message from an authority. */
  barred: z.optional(attemptToken),
  /** Token under which it uses its files. */
  attempt: z.optional(attemptToken),
});
export type InboundMessage = z.infer<typeof inboundMessage>;
