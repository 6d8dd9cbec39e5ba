import type { Delivery } from '#shared/domain/message/delivery';
import { type FactOf, type FactType, lastOf } from '#shared/domain/message/facts';
import { assessDelivery, servedBy, serviceMoment } from '#shared/domain/service-of-document/assess';
import type { Instant } from '#shared/kernel/time';

export type NewService = Omit<FactOf<'SERVED'>, 'at' | 'attempt'>;

/** Without one of these no rule set speaks of a service. */
const ANCHORS: readonly FactType[] = [
  'NOTICE_SENT',
  'OPENED',
  'HANDED_TO_POSTAL',
  'POSTED',
  'POSTED_ASSUMED',
  'ARRIVED',
  'RECEIPT_SIGNED',
  'MANUAL_CLOSED',
  'REBUTTED',
];

/**
 * The milestone that the document counts as served by the primary rule set, and the moment it is reached.
 *
 * @returns nothing while there is no service, or when the same one is on record
 * @see hub-api.md section 2 (SERVED when that day or moment is reached)
 */
export function serviceToRecord(delivery: Delivery): { fact: NewService; at: Instant } | undefined {
  if (!delivery.facts.some(({ type }) => ANCHORS.includes(type))) return undefined;
  const service = servedBy(assessDelivery(delivery));
  if (!service || (service.status !== 'DEEMED' && service.status !== 'SERVED')) return undefined;
  const { ruleSetId, attempt: attemptNumber, status, deemedDate, deemedAt } = service;
  const fact: NewService = { type: 'SERVED', ruleSetId, attemptNumber, status, deemedDate, deemedAt };
  return isSame(fact, lastOf(delivery.facts, 'SERVED')) ? undefined : { fact, at: serviceMoment(service) };
}

function isSame(found: NewService, known: NewService | undefined): boolean {
  return (
    known?.ruleSetId === found.ruleSetId &&
    known.attemptNumber === found.attemptNumber &&
    known.status === found.status &&
    known.deemedDate === found.deemedDate &&
    known.deemedAt === found.deemedAt
  );
}
