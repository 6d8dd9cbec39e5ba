import * as z from 'zod/mini';
import { serves } from '#shared/domain/message/addressee';
import type { Delivery } from '#shared/domain/message/delivery';
import { type Decision, messageKind } from '#shared/domain/message/decision';
import { type TargetGroup, targetGroup } from '#shared/domain/programme/registry/service';

/**
 * What a later fact alone does not tell and counting must know. It follows from the facts of the delivery, which whoever
 * publishes has in hand, so that nobody who counts has to read the delivery again.
 */
export const countedAs = z.object({
  /** Whom the delivery is to, by its first decision; from there on. */
  group: z.optional(targetGroup),
  /** On the first decision that sends the delivery anywhere: the kind of message. */
  sends: z.optional(messageKind),
});
export type CountedAs = z.infer<typeof countedAs>;

/** How the facts of a delivery are counted; what only informs an agent is none of the sender's mail. @returns by the index of the fact, from 0 */
export function countingOf(delivery: Pick<Delivery, 'facts' | 'kind' | 'addressee'>): (index: number) => CountedAs {
  const { facts, kind } = delivery;
  if (!serves(delivery)) return () => ({});
  const first = facts.findIndex(({ type }) => type === 'DECIDED');
  const sent = facts.findIndex((fact) => fact.type === 'DECIDED' && fact.decision.channel !== 'HOLD');
  const decided = facts[first];
  if (decided?.type !== 'DECIDED') return () => ({});
  const group = groupOf(decided.decision);
  return (index) => ({
    ...(index >= first ? { group } : {}),
    ...(index === sent ? { sends: kind } : {}),
  });
}

/** By the capacity in which the recipient is addressed; who is not known counts as a person. */
function groupOf({ facts: { capacity } }: Decision): TargetGroup {
  return capacity === 'BUSINESS' ? 'BUSINESS' : 'PERSON';
}
