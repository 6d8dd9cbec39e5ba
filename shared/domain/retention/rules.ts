import { KEPT_BY } from '#shared/domain/message/kept-by';
import { LEAST_YEARS } from '#shared/domain/message/least-keeping';

/** What the hub keeps, by kind. */
export type RecordKind =
  | 'MESSAGE_CONTENT'
  | 'RECEIVED_CONTENT'
  | 'PROOF'
  | 'UNUSED_UPLOAD'
  | 'ACCESS_LOG'
  | 'DATA_REQUEST'
  | 'ERASURE'
  | 'HELD_BY_LAW';

/** How long an operator has chosen to keep things, in years. */
export interface KeepingPeriods {
  /** Content of messages both ways, from the end of the delivery. At least 2. */
  readonly contentYears: number;
  /** Proof of service, from the end of the delivery, where no archiving is confirmed. */
  readonly proofYears: number;
}

/** An operator who has chosen nothing. */
export const KEEPING_AS_DELIVERED: KeepingPeriods = { contentYears: LEAST_YEARS, proofYears: 10 };

export interface RetentionRule {
  /** What must be true of the thing; while it is not, its age is of no matter. */
  readonly state: string;
  /** The event its time is counted from. */
  readonly from: string;
  readonly period: string;
  /** The least the law lets it be kept, where it says so. */
  readonly leastYears?: number;
  readonly source: string;
  /** What is left of it. */
  readonly remains: string;
}

/**
 * What ends, when and why. Nothing ends by the day it was made alone: its state comes first, then its time, then whether a
 * legal hold lies on it.
 *
 * @see 571/2016 § 13 (messages 2 years, proof of service), § 20 (log); domain.md 3.6; GDPR 5(1)(e), 17(3)(b)
 */
export const RETENTION_RULES: Readonly<Record<RecordKind, RetentionRule>> = {
  MESSAGE_CONTENT: {
    state: 'every delivery of the message has ended: served, closed by hand, given up, refused',
    from: 'the end of the last of its deliveries',
    period: 'KEEP_CONTENT',
    leastYears: LEAST_YEARS,
    source: KEPT_BY.CONTENT,
    remains: 'the slot of its external id, digests, hashes of the content and of each file, the proof of service',
  },
  RECEIVED_CONTENT: {
    state: 'it has reached the authority',
    from: 'its arrival',
    period: 'KEEP_CONTENT',
    leastYears: LEAST_YEARS,
    source: `${KEPT_BY.CONTENT}; 13/2003 § 10`,
    remains: 'its id and the fact that it was received',
  },
  PROOF: {
    state: 'the content has ended, and the authority has confirmed its archiving or the longest time is over',
    from: 'the last event, counted from the start of the next calendar year, or the end of the delivery',
    period: 'two calendar years once archived, else KEEP_PROOF',
    leastYears: LEAST_YEARS,
    source: KEPT_BY.PROOF,
    remains: 'ids, types and moments of the events, and the hashes that chain them',
  },
  UNUSED_UPLOAD: {
    state: 'no message uses it',
    from: 'the upload',
    period: '24 hours',
    source: 'GDPR 5(1)(e)',
    remains: 'nothing',
  },
  ACCESS_LOG: {
    state: 'no request of the person for own data waits for its answer',
    from: 'the entry, counted from the start of the next calendar year',
    period: 'two calendar years',
    leastYears: LEAST_YEARS,
    source: KEPT_BY.LOG,
    remains: 'nothing',
  },
  DATA_REQUEST: {
    state: 'it has been answered, and no request of the person waits for its answer',
    from: 'its answer, counted from the start of the next calendar year',
    period: 'two calendar years',
    leastYears: LEAST_YEARS,
    source: `${KEPT_BY.LOG}; GDPR 5(1)(e), 5(2)`,
    remains: 'nothing; the message it went in ends by its own rule',
  },
  ERASURE: {
    state: 'it is done',
    from: 'the wish, counted from the start of the next calendar year',
    period: 'two calendar years',
    leastYears: LEAST_YEARS,
    source: `${KEPT_BY.LOG}; GDPR 5(1)(e), 5(2)`,
    remains: 'nothing',
  },
  HELD_BY_LAW: {
    state: 'a legal hold lies on it',
    from: 'the lifting of the hold',
    period: 'its own, and at most a month after the lifting',
    source: 'GDPR 17(3)(e)',
    remains: 'everything, until then',
  },
};
