import type { Delivery } from '#shared/domain/message/delivery';
import type { DeliveryState } from '#shared/domain/message/delivery-state';
import { type FactType, lastOf } from '#shared/domain/message/facts';
import { LEAST_YEARS, afterCalendarYears, afterYears } from '#shared/domain/message/least-keeping';
import { serviceToRecord } from '#shared/domain/service-of-document/service-to-record';
import { assessDelivery, servedBy } from '#shared/domain/service-of-document/assess';
import { HOUR, type Instant, after, later } from '#shared/kernel/time';

interface Owed {
  readonly step: string;
  readonly at: Instant;
}

/** What ends a day's worth of retention is spread over these hours from midnight on. */
const HOURS_OF_NIGHT = 8;

/**
 * When retention looks at a delivery next: never before the least the law asks, counted from the end of the delivery. An
 * operator's longer period, a legal hold and the rest are the step's own to see.
 *
 * @param owed what the road and the service still ask for: while there is any of it, nothing ends
 * @see domain.md 3.6 (retention); 571/2016 § 13, § 20
 */
export function keepingDue(
  delivery: Delivery,
  state: DeliveryState,
  owed: readonly Owed[],
): readonly { readonly step: 'end-retention'; readonly at: Instant }[] {
  const { keeping, messageId } = delivery;
  const ended = keeping?.proof || isPending(owed) ? undefined : endOf(delivery, state);
  if (ended === undefined) return [];
  const least = keeping?.contentEndedAt ? proofEnd(delivery, ended) : afterYears(ended, LEAST_YEARS);
  const at = later(after(least, (messageId % HOURS_OF_NIGHT) * HOUR), keeping?.lookAgainAt ?? least);
  return [{ step: 'end-retention', at }];
}

/** Whether the road or the service asks for anything yet; a reminder keeps nothing open. */
export function isPending(owed: readonly { readonly step: string }[]): boolean {
  return owed.some(({ step }) => step !== 'remind-recipient');
}

/** With the archiving confirmed it is the log's time that counts, else the longest the operator keeps a proof. */
function proofEnd({ facts, keeping }: Delivery, ended: Instant): Instant {
  const least = leastProofEnd(facts, ended);
  return lastOf(facts, 'ARCHIVED') ? least : later(least, keeping?.proofUntil ?? least);
}

/** Never before the time of a message, nor before that of the log of what happened to it. */
export function leastProofEnd(facts: Delivery['facts'], ended: Instant): Instant {
  const last = facts.filter(({ type }) => type !== 'ARCHIVED').reduce((newest, { at }) => later(newest, at), ended);
  return later(afterYears(ended, LEAST_YEARS), afterCalendarYears(last, LEAST_YEARS));
}

/** Facts that end a delivery, once nothing is pending. */
const ENDS: readonly FactType[] = ['SERVED', 'MANUAL_CLOSED', 'REBUTTED', 'RECALLED', 'RECEIVED'];

/**
 * The moment a delivery ended: served, closed by hand, given up or refused; a message from an end user when it was received.
 * The newest of these moments counts, in whatever order they became known.
 *
 * @returns nothing while it is open: a letter nobody knows the fate of, or what waits for a person
 */
export function endOf(delivery: Delivery, { decision }: DeliveryState): Instant | undefined {
  const { facts } = delivery;
  const isGivenUp = decision?.channel === 'UNDELIVERABLE' || decision?.channel === 'REJECTED';
  const given = isGivenUp ? [decision.decidedAt] : [];
  const moments = [...given, ...facts.filter(({ type }) => ENDS.includes(type)).map(({ at }) => at)];
  if (moments.length === 0 || serviceToRecord(delivery)) return undefined;
  return isGivenUp || isOver(delivery) ? moments.reduce(later) : undefined;
}

function isOver(delivery: Delivery): boolean {
  const { facts } = delivery;
  if (facts.some(({ type }) => type !== 'SERVED' && ENDS.includes(type))) return true;
  return servedBy(assessDelivery(delivery)) !== undefined;
}
