import * as z from 'zod/mini';
import { reason } from '#shared/domain/message/decision';
import { language } from '#shared/domain/message/hub-fields';
import type { DeliveryId } from '#shared/domain/message/ids';
import { type Instant, instant } from '#shared/kernel/time';

/** In what role somebody receives: the recipient the sender named is SELF, organisations and authorities included. */
export const addresseeRole = z.enum(['SELF', 'GUARDIAN', 'AGENT', 'ESTATE_HOLDER', 'ADMINISTRATOR', 'CONTACT']);
export type AddresseeRole = z.infer<typeof addresseeRole>;

/**
 * Whom one delivery is for, where that does not go without saying. A delivery without one is for the recipient the sender
 * named, to whom no rule of stage A applied.
 *
 * @see domain.md 3.3; 434/2003 § 56, 57
 */
export const addressee = z.object({
  role: addresseeRole,
  /** Row of domain.md 3.3 that found them. */
  rule: z.string(),
  /** The power that service on an agent rests on. */
  mandateId: z.optional(z.string()),
  /** The power receives nothing from this instant on; absent: until it is cancelled. */
  until: z.optional(instant),
  /** It only tells an agent of a service made to the principal: the hub's own words, nothing of the document (434/2003 § 56). */
  informs: z.optional(z.boolean()),
  /** A letter may go to the address the sender gave for the recipient, where the register knows none. */
  atGivenAddress: z.optional(z.boolean()),
  /** Nobody could be named: the authority serves the document by hand, and why. */
  unresolved: z.optional(reason),
  /** A `Party`, sealed; absent where it is the recipient the sender named, or nobody. */
  sealed: z.optional(z.string()),
});
export type Addressee = z.infer<typeof addressee>;

/** Who an addressee is; stands sealed with the delivery. */
export const party = z.object({
  /** Identity code or business id. */
  id: z.string(),
  name: z.optional(z.string()),
  /** Of whoever is told of a service made to somebody else: their language, and the name of that other. */
  language: z.optional(language),
  principal: z.optional(z.string()),
});
export type Party = z.infer<typeof party>;

/** An addressee in the open, for the length of one piece of work. */
export interface OpenAddressee extends Omit<Addressee, 'sealed'> {
  readonly party?: Party;
}

/** Whether the power that service on an agent rests on is over by its own term. */
export function isOver({ until }: Pick<Addressee, 'until'>, at: Instant): boolean {
  return until !== undefined && until <= at;
}

/** What the seal of an addressee is bound to. */
export function addresseeContext(delivery: DeliveryId): string {
  return `addressee/${delivery}`;
}

/** An information message serves nothing: it has no part in how far the message has come. */
export function serves({ addressee: to }: { readonly addressee?: Pick<Addressee, 'informs'> | undefined }): boolean {
  return to?.informs !== true;
}
