import type { Decision } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { type DeliveryState, foldFacts } from '#shared/domain/message/delivery-state';
import { lastOf } from '#shared/domain/message/facts';
import { evidenceDue } from '#shared/domain/service-of-document/evidence-wait';
import { endOf, isPending, keepingDue } from '#shared/domain/service-of-document/keeping-due';
import { type ServiceDue, serviceDues } from '#shared/domain/service-of-document/service-dues';
import { HOUR, MINUTE, after, earlier, elapsed, type Instant, later } from '#shared/kernel/time';

/** Steps a delivery can owe. */
export type RoadStep =
  'deliver-electronically' | 'order-print' | 'release-hold' | 'publish-events' | 'end-retention' | ServiceDue['step'];

export interface Due {
  readonly step: RoadStep;
  readonly at: Instant;
}

/** How long after a soft bounce the notice is sent again; after the last one the address counts as dead (domain.md 3.6). */
export const SOFT_BOUNCE_RETRIES: readonly number[] = [15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR];

/**
 * What a delivery owes, and when: a pure function of its facts. The sweep, the wake index and every retry follow from it.
 *
 * @returns nothing owed: an empty list
 */
export function duesOf(delivery: Delivery): readonly Due[] {
  const state = foldFacts(delivery.facts);
  const owed = openDues(delivery, state);
  return [...owed, ...publishDue(delivery), ...keepingDue(delivery, state, owed)];
}

/** The moment a delivery ended, after which its retention counts; nothing while it is open. */
export function endedAt(delivery: Delivery): Instant | undefined {
  const state = foldFacts(delivery.facts);
  return isPending(openDues(delivery, state)) ? undefined : endOf(delivery, state);
}

function openDues(delivery: Delivery, state: DeliveryState): readonly Due[] {
  const road = delivery.keeping?.contentEndedAt ? undefined : roadDue(delivery, state);
  return [...(road ? [road] : []), ...serviceDues(delivery, state)];
}

/** What is due next for the recipient or the authority, late or not; publishing and retention go by themselves. */
export function nextDue(delivery: Delivery): Due | undefined {
  const [next] = duesOf(delivery)
    .filter(({ step }) => !BY_ITSELF.includes(step))
    .toSorted((a, b) => elapsed(b.at, a.at));
  return next;
}

const BY_ITSELF: readonly RoadStep[] = ['publish-events', 'end-retention'];

/** Nothing to hurry with: left to the sweep. */
const UNHURRIED: readonly RoadStep[] = ['remind-recipient', 'end-retention'];

/**
 * The step to go on with now. The road's step goes before the publishing: the feed then tells both in one page. Reminders and
 * endings are left to the sweep.
 *
 * @returns nothing while all that is owed lies ahead: the sweep wakes it
 */
export function nextStep(delivery: Delivery, now: Instant): RoadStep | undefined {
  return duesOf(delivery).find(({ step, at }) => at <= now && !UNHURRIED.includes(step))?.step;
}

/**
 * Where the item belongs in the wake index after a write. An entry may be early (a harmless no-op) but never late, so an
 * entry that is early by less than `slack` stays as it is: moving it costs two write units.
 *
 * @param owed what the item owes now
 * @param current where it stands
 * @returns `undefined` to leave the index
 */
export function wakeFor(
  owed: readonly { readonly at: Instant }[],
  current: Instant | undefined,
  slack = 5 * MINUTE,
): Instant | undefined {
  if (owed.length === 0) return undefined;
  const due = owed.map(({ at }) => at).reduce(earlier);
  const earlyEnough = current !== undefined && current <= due && elapsed(current, due) < slack;
  return earlyEnough ? current : due;
}

/** Minutes until the sweep looks again: 1, 2, 4 … 60. */
export function leaseAfter(tries: number): number {
  return Math.min(2 ** tries, 60) * MINUTE;
}

/** After this many looks without a fact an item waits for an operator; it is looked at once a day. */
export const TRIES_BEFORE_STUCK = 10;

function roadDue(delivery: Delivery, state: DeliveryState): Due | undefined {
  switch (state.decision?.channel) {
    case 'ELECTRONIC':
      return electronicDue(delivery, state, state.decision);
    case 'LETTER':
    case 'LETTER_ADVICE_OF_RECEIPT':
      return letterDue(delivery, state, state.decision);
    case 'HOLD':
      return { step: 'release-hold', at: state.decision.facts.holdUntil ?? state.decision.decidedAt };
    default:
      return undefined;
  }
}

function letterDue({ claim }: Delivery, state: DeliveryState, { decidedAt }: Decision): Due | undefined {
  const isNeedless = state.letterId !== undefined || state.opened || state.recalled;
  return isNeedless ? undefined : { step: 'order-print', at: shelvedUntil(claim) ?? decidedAt };
}

/** How long a letter may wait for its batch before it is looked at again: longer than from one cut to the next. */
const SHELF_PATIENCE = 25 * HOUR;

function shelvedUntil(claim: Delivery['claim']): Instant | undefined {
  return claim?.effect === 'SHELF' ? after(claim.at, SHELF_PATIENCE) : undefined;
}

function electronicDue({ facts, claim }: Delivery, state: DeliveryState, { decidedAt }: Decision): Due | undefined {
  if (state.stored && (state.noticed || state.opened)) return undefined;
  const at = noticeDue(decidedAt, state, lastOf(facts, 'NOTICE_BOUNCED')?.at);
  return { step: 'deliver-electronically', at: later(at, evidenceDue(claim, undefined) ?? at) };
}

function noticeDue(decidedAt: Instant, { softBounces }: DeliveryState, bouncedAt: Instant | undefined): Instant {
  const wait = SOFT_BOUNCE_RETRIES[softBounces - 1];
  return bouncedAt !== undefined && wait !== undefined ? after(bouncedAt, wait) : decidedAt;
}

function publishDue({ facts, published }: Delivery): readonly Due[] {
  const first = facts[published];
  return first ? [{ step: 'publish-events', at: first.at }] : [];
}
