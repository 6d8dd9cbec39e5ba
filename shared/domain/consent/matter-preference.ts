import * as z from 'zod/mini';
import { postalAddress } from '#shared/domain/message/address';
import { actor } from '#shared/domain/message/facts';
import { recipientId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/**
 * Where a party to a matter wants to be served (prosessiosoite): a mailbox with its own address for notices, a postal
 * address, or an agent.
 *
 * @see 808/2019 § 15; domain.md 2.2, 3.1
 */
export const processAddress = z.discriminatedUnion('type', [
  z.object({ type: z.literal('POSTAL'), address: postalAddress }),
  /** Without an address of its own its notices go where the recipient's others go. */
  z.object({ type: z.literal('MESSAGES'), noticeEmail: z.optional(z.string()) }),
  /** Identity code or business id of an agent who has a power to be served: stage A leads the matter there (434/2003 § 56). */
  z.object({ type: z.literal('AGENT'), agentId: z.string() }),
]);
export type ProcessAddress = z.infer<typeof processAddress>;

/** What a recipient has chosen for one matter of an authority's service. The newest choice is in force. */
export const matterPreference = z.object({
  recipientId,
  /** Keyed hash of the service and its matter. */
  matter: z.string(),
  kind: z.enum(['PAPER', 'POSTAL', 'MESSAGES', 'AGENT', 'CLEARED']),
  /** Sealed service and matter, for their list; absent in choices made before there was one. */
  named: z.optional(z.string()),
  /** Sealed process address. */
  sealed: z.optional(z.string()),
  /** The notice address of this matter, where it has one of its own, does not take mail. */
  emailDead: z.optional(z.boolean()),
  declaredAt: instant,
  actor,
  /** Sealed: why an official chose for a visitor. */
  reason: z.optional(z.string()),
});
export type MatterPreference = z.infer<typeof matterPreference>;
