import * as z from 'zod/mini';
import { type Gate, type OwedPublication, wakeOf } from '#shared/domain/consent/gate';
import { type RecipientId, recipientId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** A change of consent in the feed that authorities read: numbered from 1 in its lane, put once and never changed. */
export const publishedConsent = z.object({
  lane: z.int(),
  number: z.int(),
  recipientId,
  /** Version of the consent; with the recipient it names the change for ever. */
  version: z.int(),
  electronic: z.boolean(),
  at: instant,
  /** Sealed identity code or business id: each authority is told a hash of it under a key of its own. */
  id: z.string(),
});
export type PublishedConsent = z.infer<typeof publishedConsent>;

/** The lane of a recipient, so that the changes of one keep their order: ids are random, so lanes are even. */
export function laneOfRecipient(id: RecipientId, lanes: number): number {
  return Number.parseInt(id.slice(-8), 16) % lanes;
}

/** Name of what a gate owes the feed: `3-publication`. */
export function publicationName(version: number): string {
  return `${version}-publication`;
}

/**
 * The gate after a change, which then owes the feed the news where it is a change of consent: in the same write, so none is
 * lost. A new address, a bounce or another language is nobody else's business.
 *
 * @param id sealed identity code or business id
 */
export function owingPublication(before: Gate | undefined, after: Gate, id: string): Gate {
  if ((before?.electronic ?? false) === after.electronic) return after;
  const { version, at } = after.consent;
  const news = { kind: 'PUBLICATION' as const, at, version, electronic: after.electronic, id };
  const owed = { ...after.owed, [publicationName(version)]: news };
  return { ...after, owed, wakeAt: wakeOf(owed) };
}

/** What a gate owes the feed next: the changes of one recipient go in their order. */
export function nextPublication({ owed }: Pick<Gate, 'owed'>): OwedPublication | undefined {
  return Object.values(owed)
    .filter((each) => each.kind === 'PUBLICATION')
    .toSorted((a, b) => a.version - b.version)[0];
}
