import * as z from 'zod/mini';
import { messageKind } from '#shared/domain/message/decision';
import { deliveryFact } from '#shared/domain/message/facts';
import {
  attemptToken,
  deliveryId,
  externalId,
  messageId,
  recipientId,
  serviceId,
  tenantId,
} from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** An outside effect under way. It is not history: the fact that follows it is. */
export const claim = z.object({
  attempt: attemptToken,
  at: instant,
  /** How many times the effect has been tried, this one included. */
  sends: z.int(),
});
export type Claim = z.infer<typeof claim>;

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
  kind: messageKind,
  facts: z.array(deliveryFact),
  /** How many facts, counted from the first, stand in the sender's feed. */
  published: z.int(),
  claim: z.optional(claim),
  /** When the sweep looks at it next; absent when it owes nothing. */
  wakeAt: z.optional(instant),
});
export type Delivery = z.infer<typeof delivery>;
