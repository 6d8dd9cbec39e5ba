import * as z from 'zod/mini';
import { messageKind } from '#shared/domain/message/decision';
import { type DeliveryFact, lastOf } from '#shared/domain/message/facts';
import { deliveryId, messageId, recipientId, serviceId, tenantId } from '#shared/domain/message/ids';
import { type Instant, instant } from '#shared/kernel/time';

/**
 * A line of a recipient's mailbox. It never changes: whether it has been opened follows from the facts of its delivery.
 */
export const mailboxEntry = z.object({
  recipientId,
  /** Place in the list: moment of the decision and delivery id, so that putting it twice is putting it once. */
  entry: z.string(),
  deliveryId,
  messageId,
  tenantId,
  serviceId,
  kind: messageKind,
  receivedAt: instant,
  /** The message that began the conversation, where this one is an answer in it. */
  rootMessageId: z.optional(messageId),
  /** Sealed. */
  title: z.string(),
});
export type MailboxEntry = z.infer<typeof mailboxEntry>;

/** What the mailbox list says of a message. */
export type EntryState = 'NEW' | 'OPENED' | 'AWAITING_RECEIPT';

/** Newest last; the key of an entry in its recipient's list. */
export function entryName(decidedAt: Instant, delivery: string): string {
  return `${decidedAt}#${delivery}`;
}

export function entryState(kind: MailboxEntry['kind'], facts: readonly DeliveryFact[]): EntryState {
  if (lastOf(facts, 'OPENED_LATE')) return 'OPENED';
  if (kind === 'VERIFIABLE' && !lastOf(facts, 'ACKNOWLEDGED')) return 'AWAITING_RECEIPT';
  return lastOf(facts, 'OPENED') ? 'OPENED' : 'NEW';
}
