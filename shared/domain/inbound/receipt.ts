import { type DeadlineEnd, endOf, isInTime } from '#shared/domain/inbound/deadline';
import type { AnswerDeadline } from '#shared/domain/message/answer-deadline';
import type { Instant } from '#shared/kernel/time';

/** What is known of a message that has come in. */
export interface Arrival {
  /** When it became available to its authority. */
  readonly receivedAt: Instant;
  readonly sentDuring?: { readonly sentAt: Instant; readonly outageId: string };
  readonly deadline?: AnswerDeadline;
}

/** The receipt its sender gets without delay; it takes no stand on whether the matter is taken up (13/2003 § 12). */
export interface ArrivalReceipt {
  readonly arrivedAt: Instant;
  /** `SENT_IN_OUTAGE`: the hub was away, so it counts from when it was sent, by its sender's account. */
  readonly basis: 'AVAILABLE' | 'SENT_IN_OUTAGE';
  readonly receivedAt: Instant;
  /** Where an answer was asked for by a day. */
  readonly deadline?: DeadlineEnd & { readonly setBy: AnswerDeadline['setBy']; readonly inTime: boolean };
}

/**
 * The receipt of a message: it follows from what is stored of it.
 *
 * @see 13/2003 § 10 (arrival), § 11 (in time), § 12 (receipt); domain.md 2.1
 */
export function receiptOf({ receivedAt, sentDuring, deadline }: Arrival): ArrivalReceipt {
  const arrivedAt = sentDuring?.sentAt ?? receivedAt;
  const basis = sentDuring ? 'SENT_IN_OUTAGE' : 'AVAILABLE';
  const asked = deadline && { ...endOf(deadline), setBy: deadline.setBy, inTime: isInTime(deadline, arrivedAt) };
  return { arrivedAt, basis, receivedAt, ...(asked ? { deadline: asked } : {}) };
}
