import type { Decision } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Actor } from '#shared/domain/message/actor';
import type { AuthorityTask, DeliveryFact, FactOf } from '#shared/domain/message/facts';
import { type AttemptToken, proofId } from '#shared/domain/message/ids';
import { type CalendarDate, type Instant, calendarDate } from '#shared/kernel/time';
import {
  ATTEMPT,
  DELIVERY,
  EXTERNAL,
  LETTER,
  MESSAGE,
  NOON,
  RECIPIENT,
  SERVICE,
  TENANT,
  decisionOf,
} from '#test/builders/domain';

export const SELF: Actor = { role: 'SELF', assurance: 'STRONG', name: 'sealed-name' };

/** Facts that the print provider reports. */
export type PostalType = 'PRINTED' | 'POSTED' | 'ARRIVED' | 'RECEIPT_SIGNED' | 'RETURNED' | 'ADDRESS_UNRESOLVED';
export const POSTAL_TYPES = [
  'PRINTED',
  'POSTED',
  'ARRIVED',
  'RECEIPT_SIGNED',
  'RETURNED',
  'ADDRESS_UNRESOLVED',
] as const satisfies readonly PostalType[];

export function acceptedFact(at: Instant = NOON): FactOf<'ACCEPTED'> {
  return { type: 'ACCEPTED', at };
}

export function decidedFact(differing: Partial<Decision> = {}): FactOf<'DECIDED'> {
  const decision = decisionOf(differing);
  return { type: 'DECIDED', at: decision.decidedAt, decision };
}

export function storedFact(at: Instant = NOON): FactOf<'MAILBOX_STORED'> {
  return { type: 'MAILBOX_STORED', at };
}

export function noticeSentFact(at: Instant = NOON, notice: AttemptToken = ATTEMPT): FactOf<'NOTICE_SENT'> {
  return { type: 'NOTICE_SENT', at, notice, consentVersion: 1 };
}

export function bouncedFact(bounce: 'hard' | 'soft', at: Instant = NOON): FactOf<'NOTICE_BOUNCED'> {
  return { type: 'NOTICE_BOUNCED', at, notice: ATTEMPT, bounce };
}

export function fallbackFact(at: Instant = NOON): FactOf<'FALLBACK_STARTED'> {
  return { type: 'FALLBACK_STARTED', at, reason: 'NO_EADDRESS' };
}

export function openedFact(at: Instant = NOON): FactOf<'OPENED'> {
  return { type: 'OPENED', at, by: SELF };
}

export function acknowledgedFact(at: Instant = NOON): FactOf<'ACKNOWLEDGED'> {
  return { type: 'ACKNOWLEDGED', at, by: SELF };
}

export function receivedFact(at: Instant = NOON): FactOf<'RECEIVED'> {
  return { type: 'RECEIVED', at };
}

export function transferredFact(): FactOf<'TRANSFERRED'> {
  const by = { role: 'AUTHORITY' } as const;
  return { type: 'TRANSFERRED', at: NOON, by, toServiceId: SERVICE, copyId: MESSAGE, grounds: 'sealed' };
}

export function handedFact(differing: Partial<FactOf<'HANDED_TO_POSTAL'>> = {}): FactOf<'HANDED_TO_POSTAL'> {
  return { type: 'HANDED_TO_POSTAL', at: NOON, letterId: LETTER, batchId: 'batch-1', class: 'LETTER', ...differing };
}

interface PostalDetail {
  readonly letterId?: FactOf<'PRINTED'>['letterId'];
  readonly class?: FactOf<'PRINTED'>['class'];
  readonly trackingCode?: string;
  readonly signer?: string;
  readonly at?: Instant;
  readonly reportedAt?: Instant;
  readonly postedOn?: CalendarDate;
}

const POSTED_ON = calendarDate.parse('2026-11-23');

export function postalFact(type: PostalType, detail: PostalDetail = {}): DeliveryFact {
  const { signer, postedOn = POSTED_ON, ...shared } = detail;
  const common = {
    at: NOON,
    letterId: LETTER,
    class: 'LETTER' as const,
    eventId: `event-${type}`,
    reportedAt: NOON,
    ...shared,
  };
  if (type === 'POSTED') return { type, ...common, postedOn };
  return type === 'RECEIPT_SIGNED' ? { type, ...common, signer } : { type, ...common };
}

export function proofFact(letter: FactOf<'PRINTED'>['letterId'] = LETTER): FactOf<'PROOF_ATTACHED'> {
  const file = { sha256: 'ab'.repeat(32), mediaType: 'image/png', sizeBytes: 8 };
  return { type: 'PROOF_ATTACHED', at: NOON, letterId: letter, proofId: proofId.parse('scan-1'), ...file };
}

export function reminderFact(at: Instant = NOON): FactOf<'REMINDER_SENT'> {
  return { type: 'REMINDER_SENT', at, notice: ATTEMPT, consentVersion: 1 };
}

export function holdFact(type: 'HOLD_STARTED' | 'HOLD_RELEASED', at: Instant = NOON): DeliveryFact {
  return { type, at, outageId: 'outage-1' };
}

export function openedLateFact(at: Instant = NOON): FactOf<'OPENED_LATE'> {
  return { type: 'OPENED_LATE', at, by: SELF };
}

export function postedAssumedFact(postedOn = '2026-11-25'): FactOf<'POSTED_ASSUMED'> {
  return { type: 'POSTED_ASSUMED', at: NOON, letterId: LETTER, postedOn: calendarDate.parse(postedOn) };
}

const OFFICIAL: Actor = { role: 'AUTHORITY' };

export function closedFact(differing: Partial<FactOf<'MANUAL_CLOSED'>> = {}): FactOf<'MANUAL_CLOSED'> {
  const date = calendarDate.parse('2026-12-01');
  return { type: 'MANUAL_CLOSED', at: NOON, by: OFFICIAL, evidence: 'HAND_DELIVERY', date, ...differing };
}

export function recalledFact(differing: Partial<FactOf<'RECALLED'>> = {}): FactOf<'RECALLED'> {
  return { type: 'RECALLED', at: NOON, by: OFFICIAL, grounds: 'sealed-grounds', ...differing };
}

export function rebuttedFact(differing: Partial<FactOf<'REBUTTED'>> = {}): FactOf<'REBUTTED'> {
  const servedOn = calendarDate.parse('2026-12-01');
  return { type: 'REBUTTED', at: NOON, by: OFFICIAL, servedOn, grounds: 'sealed-grounds', ...differing };
}

export function archivedFact(differing: Partial<FactOf<'ARCHIVED'>> = {}): FactOf<'ARCHIVED'> {
  return { type: 'ARCHIVED', at: NOON, by: OFFICIAL, archivedOn: calendarDate.parse('2026-12-01'), ...differing };
}

export function notifiedFact(task: AuthorityTask = 'MANUAL', at: Instant = NOON): FactOf<'AUTHORITY_NOTIFIED'> {
  return { type: 'AUTHORITY_NOTIFIED', at, task };
}

export function servedFact(differing: Partial<FactOf<'SERVED'>> = {}): FactOf<'SERVED'> {
  const deemedDate = calendarDate.parse('2026-11-26');
  return {
    type: 'SERVED',
    at: NOON,
    ruleSetId: 'fi-2016',
    attemptNumber: 1,
    status: 'DEEMED',
    deemedDate,
    ...differing,
  };
}

/** One of every fact there is. */
export function everyFact(): DeliveryFact[] {
  return [
    acceptedFact(),
    decidedFact(),
    storedFact(),
    noticeSentFact(),
    bouncedFact('soft'),
    fallbackFact(),
    openedFact(),
    acknowledgedFact(),
    receivedFact(),
    transferredFact(),
    handedFact(),
    reminderFact(),
    holdFact('HOLD_STARTED'),
    holdFact('HOLD_RELEASED'),
    openedLateFact(),
    postedAssumedFact(),
    proofFact(),
    closedFact(),
    rebuttedFact(),
    recalledFact(),
    archivedFact(),
    notifiedFact(),
    servedFact(),
    ...POSTAL_TYPES.map((type) => postalFact(type)),
  ];
}

/** A delivery that has been accepted and nothing more; everything of it is in the feed. */
export function deliveryOf(differing: Partial<Delivery> = {}): Delivery {
  const facts = differing.facts ?? [acceptedFact()];
  return {
    deliveryId: DELIVERY,
    messageId: MESSAGE,
    tenantId: TENANT,
    serviceId: SERVICE,
    externalId: EXTERNAL,
    recipientId: RECIPIENT,
    kind: 'ORDINARY',
    published: facts.length,
    ...differing,
    facts,
  };
}
