import * as z from 'zod/mini';
import { addressee } from '#shared/domain/message/addressee';
import { messageKind } from '#shared/domain/message/decision';
import { terms } from '#shared/domain/message/terms';
import type { Delivery } from '#shared/domain/message/delivery';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { deliveryId, externalId, messageId, serviceId, tenantId } from '#shared/domain/message/ids';
import { type Digest, digestOf } from '#shared/kernel/digest';

/** What a delivery is from its first moment on and never ceases to be. The chain of its facts starts from it. */
export const origin = z.strictObject({
  deliveryId,
  messageId,
  tenantId,
  serviceId,
  externalId: z.optional(externalId),
  kind: messageKind,
  terms: z.optional(terms),
  /** Whom it is for, where that is not the recipient the sender named; code and name sealed. */
  addressee: z.optional(addressee),
  /** Hash of the content as submitted; absent for a message from an end user. */
  contentSha256: z.optional(z.string()),
  /** SHA-256 of each file of the message, in its order. */
  documents: z.optional(z.array(z.string())),
});
export type Origin = z.infer<typeof origin>;

/** What of its message a delivery is bound to. */
export type OfMessage = Pick<Origin, 'contentSha256' | 'documents'>;

export function originOf(delivery: Delivery, ofMessage: OfMessage): Origin {
  const { deliveryId: id, messageId: message, tenantId: tenant, serviceId: service } = delivery;
  return {
    deliveryId: id,
    messageId: message,
    tenantId: tenant,
    serviceId: service,
    externalId: delivery.externalId,
    kind: delivery.kind,
    terms: delivery.terms,
    addressee: delivery.addressee,
    ...ofMessage,
  };
}

/** The hash before the first fact: no chain passes for that of another delivery, message or document. */
export function originHash(digest: Digest, from: Origin): string {
  return digestOf(digest, 'origin', from);
}

/** The hash of a fact: over the hash before it and all of the fact but its own hash. */
export function linkOf(digest: Digest, previous: string, fact: object): string {
  return digestOf(digest, 'fact', [previous, { ...fact, hash: undefined }]);
}

/** Facts with the hash each of them is to have, from the hash before them. Those that have one keep it. */
export function chained(digest: Digest, start: string, facts: readonly DeliveryFact[]): DeliveryFact[] {
  let previous = start;
  return facts.map((fact) => {
    previous = fact.hash ?? linkOf(digest, previous, fact);
    return { ...fact, hash: previous };
  });
}
