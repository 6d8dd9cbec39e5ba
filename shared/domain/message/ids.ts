import * as z from 'zod/mini';

/** An authority that runs its mail through the hub: the owner of its messages, and of nothing else. */
export const tenantId = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,31}$/))
  .brand<'TenantId'>();
export type TenantId = z.infer<typeof tenantId>;

/** A system of an authority, the user name it signs in with (systemId of Suomi.fi Messages). */
export const systemId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/))
  .brand<'SystemId'>();
export type SystemId = z.infer<typeof systemId>;

/** An authority's service in whose name messages are sent (serviceId of Suomi.fi Messages). */
export const serviceId = z.string().check(z.minLength(1), z.maxLength(64)).brand<'ServiceId'>();
export type ServiceId = z.infer<typeof serviceId>;

/** The sender's own id for a message and its idempotency key within its system. */
export const externalId = z.string().check(z.minLength(1), z.maxLength(256)).brand<'ExternalId'>();
export type ExternalId = z.infer<typeof externalId>;

/** Positive whole number below 2^53, the same JSON number on every front. Carries no meaning. */
export const messageId = z
  .int()
  .check(z.positive())
  .brand<'MessageId'>()
  .register(z.globalRegistry, { description: 'Given by the hub; the same JSON number on every front.' });
export type MessageId = z.infer<typeof messageId>;

/** One message to one resolved recipient: the message id, a dash and a running number. */
export const deliveryId = z
  .string()
  .check(z.regex(/^[1-9]\d{0,15}-[1-9]\d{0,2}$/))
  .brand<'DeliveryId'>();
export type DeliveryId = z.infer<typeof deliveryId>;

/** A random name for a person or an organisation. Codes and business ids lead to it only through a keyed hash. */
export const recipientId = z
  .string()
  .check(z.regex(/^r-[0-9a-f]{32}$/))
  .brand<'RecipientId'>();
export type RecipientId = z.infer<typeof recipientId>;

/** One sheet of work for the print provider: the delivery id and the attempt it belongs to. */
export const letterId = z
  .string()
  .check(z.regex(/^[1-9]\d{0,15}-[1-9]\d{0,2}-L[1-9]\d{0,2}$/))
  .brand<'LetterId'>();
export type LetterId = z.infer<typeof letterId>;

/** The print provider's own id of a scanned proof: it stands in an address, so it is none of a person. */
export const proofId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/))
  .brand<'ProofId'>();
export type ProofId = z.infer<typeof proofId>;

/** An uploaded file. */
export const attachmentId = z.uuid().brand<'AttachmentId'>();
export type AttachmentId = z.infer<typeof attachmentId>;

/**
 * Marks one write or one outside effect. A writer whose write failed on its condition and who then finds its own token
 * has succeeded: the answer was lost, not the write.
 */
export const attemptToken = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))
  .brand<'AttemptToken'>();
export type AttemptToken = z.infer<typeof attemptToken>;

export function deliveryIdOf(message: MessageId, running: number): DeliveryId {
  return deliveryId.parse(`${message}-${running}`);
}

/** The delivery to the recipient the sender named, or to the first of those who stand in for it. */
export function isFirst(delivery: DeliveryId): boolean {
  return delivery.endsWith('-1');
}

export function messageIdOf(delivery: DeliveryId): MessageId {
  return messageId.parse(Number(delivery.split('-')[0]));
}

export function letterIdOf(delivery: DeliveryId, attempt: number): LetterId {
  return letterId.parse(`${delivery}-L${attempt}`);
}

export function deliveryIdOfLetter(letter: LetterId): DeliveryId {
  return deliveryId.parse(letter.slice(0, letter.lastIndexOf('-L')));
}
