import * as z from 'zod/mini';
import { addressee } from '#shared/domain/message/addressee';
import { claim } from '#shared/domain/message/claim';
import { messageKind } from '#shared/domain/message/decision';
import { deliveryFact, lastOf } from '#shared/domain/message/facts';
import { deliveryId, externalId, messageId, recipientId, serviceId, tenantId } from '#shared/domain/message/ids';
import { keeping } from '#shared/domain/message/keeping';
import { terms } from '#shared/domain/message/terms';
import { instant } from '#shared/kernel/time';

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
