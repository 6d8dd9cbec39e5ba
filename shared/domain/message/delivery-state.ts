import type { Channel, Decision } from '#shared/domain/message/decision';
import { type DeliveryFact, lastOf } from '#shared/domain/message/facts';
import type { LetterId } from '#shared/domain/message/ids';

export type MessageState =
  'ACCEPTED' | 'HELD' | 'IN_DELIVERY' | 'DELIVERED' | 'SERVED' | 'MANUAL' | 'UNDELIVERABLE' | 'RECALLED' | 'REJECTED';

/** What the facts of a delivery add up to. */
export interface DeliveryState {
  readonly decision?: Decision;
  /** Facts since the decision in force, that decision included. */
  readonly current: readonly DeliveryFact[];
  /** Counts from 1; each FALLBACK_STARTED begins one. */
  readonly attempt: number;
  readonly stored: boolean;
  /** A notice has gone out and has not come back. */
  readonly noticed: boolean;
  /** Soft bounces of this attempt: how often the notice has come back and may be sent again. */
  readonly softBounces: number;
  readonly opened: boolean;
  /** Taken back by the authority before anything of it was handed over. */
  readonly recalled: boolean;
  readonly acknowledged: boolean;
  /** The letter of the attempt in force, once it is with the print provider. */
  readonly letterId?: LetterId;
}

/** Folds the facts; pure, total, and the only reader of their meaning on the road. */
export function foldFacts(facts: readonly DeliveryFact[]): DeliveryState {
  const decidedAt = facts.findLastIndex(({ type }) => type === 'DECIDED');
  const current = decidedAt < 0 ? [] : facts.slice(decidedAt);
  const has = (type: DeliveryFact['type'], among = facts) => among.some((fact) => fact.type === type);
  return {
    decision: lastOf(facts, 'DECIDED')?.decision,
    current,
    attempt: 1 + facts.filter(({ type }) => type === 'FALLBACK_STARTED').length,
    stored: has('MAILBOX_STORED', current),
    noticed:
      current.findLast(({ type }) => type === 'NOTICE_SENT' || type === 'NOTICE_BOUNCED')?.type === 'NOTICE_SENT',
    softBounces: current.filter(({ type }) => type === 'NOTICE_BOUNCED').length,
    opened: has('OPENED'),
    recalled: has('RECALLED'),
    acknowledged: has('ACKNOWLEDGED'),
    letterId: lastOf(current, 'HANDED_TO_POSTAL')?.letterId,
  };
}

/** State of a whole message, from its deliveries; ACCEPTED while there is none. */
export function messageState(deliveries: readonly { readonly facts: readonly DeliveryFact[] }[]): MessageState {
  const states = deliveries.map(({ facts }) => stateOf(foldFacts(facts)));
  return ORDER.find((state) => states.includes(state)) ?? 'ACCEPTED';
}

/** The least finished delivery speaks for the message. */
const ORDER: readonly MessageState[] = [
  'MANUAL',
  'UNDELIVERABLE',
  'HELD',
  'ACCEPTED',
  'IN_DELIVERY',
  'DELIVERED',
  'RECALLED',
  'REJECTED',
];

const AT_REST: Partial<Record<Channel, MessageState>> = {
  HOLD: 'HELD',
  MANUAL: 'MANUAL',
  UNDELIVERABLE: 'UNDELIVERABLE',
  REJECTED: 'REJECTED',
};

function stateOf({ decision, current, stored, noticed, opened, recalled }: DeliveryState): MessageState {
  if (!decision) return 'ACCEPTED';
  if (recalled) return 'RECALLED';
  const resting = AT_REST[decision.channel];
  if (resting) return resting;
  if (decision.channel === 'ELECTRONIC') return stored && (noticed || opened) ? 'DELIVERED' : 'IN_DELIVERY';
  return opened || current.some(({ type }) => LEFT_THE_HOUSE.includes(type)) ? 'DELIVERED' : 'IN_DELIVERY';
}

const LEFT_THE_HOUSE: readonly DeliveryFact['type'][] = ['POSTED', 'ARRIVED', 'RECEIPT_SIGNED'];
