import type { Claim } from '#shared/domain/message/claim';
import type { Delivery } from '#shared/domain/message/delivery';
import type { DeliveryFact } from '#shared/domain/message/facts';
import type { Keeping } from '#shared/domain/message/keeping';
import type { AttemptToken } from '#shared/domain/message/ids';
import { duesOf, wakeFor } from '#shared/domain/service-of-document/timers';
import { type Instant, later } from '#shared/kernel/time';

type WithoutTime<Fact> = Fact extends DeliveryFact ? Omit<Fact, 'at' | 'attempt' | 'hash'> : never;

/** A fact that has not been given its moment and its hash yet. */
export type NewFact = WithoutTime<DeliveryFact>;

export interface Change {
  readonly facts?: readonly NewFact[];
  /** A claim to set; `null` gives the present one up; absent leaves it. */
  readonly claim?: Claim | null;
  readonly reminderLapsed?: true;
  readonly keeping?: Keeping;
  readonly attempt: AttemptToken;
  readonly at: Instant;
}

/**
 * The delivery after one write: facts appended with monotone moments, what is due next worked out anew.
 *
 * @returns a new delivery, its new facts still without their hashes; linking and storing them is the caller's, on condition
 * that nobody else has written meanwhile (flow/change-delivery.ts)
 */
export function changed(
  before: Delivery,
  { facts = [], claim, reminderLapsed, keeping, attempt, at }: Change,
): Delivery {
  const moment = later(at, before.facts.at(-1)?.at ?? at);
  const added = facts.map((fact, i): DeliveryFact => ({ ...fact, at: moment, ...(i === 0 ? { attempt } : {}) }));
  const after: Delivery = {
    ...before,
    facts: [...before.facts, ...added],
    claim: claim === undefined ? before.claim : (claim ?? undefined),
    ...(reminderLapsed === true ? { reminderLapsed } : {}),
    ...(keeping ? { keeping } : {}),
  };
  return { ...after, wakeAt: wakeFor(duesOf(after), before.wakeAt) };
}
