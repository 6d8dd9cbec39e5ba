import * as z from 'zod/mini';
import { type Actor, actor } from '#shared/domain/message/actor';
import { decision, letterClass, reason, ruleSetId } from '#shared/domain/message/decision';
import { attemptToken, letterId, messageId, proofId, serviceId } from '#shared/domain/message/ids';
import { paper } from '#shared/domain/message/paper';
import { calendarDate, instant } from '#shared/kernel/time';

const common = {
  /** The later of the clock and the fact before it; order is by sequence. */
  at: instant,
  /** Token of the write that appended this fact; on the first fact of each write. */
  attempt: z.optional(attemptToken),
  /** Who did it; absent: the hub itself. */
  by: z.optional(actor),
  /** The source's own id of the event, where it has one. */
  eventId: z.optional(z.string()),
  /** Link of the delivery's chain: over the hash before it and all of this fact (shared/domain/evidence/fact-chain.ts). */
  hash: z.optional(z.string()),
};

/** Facts reported by the print provider: `eventId` is the provider's own and makes a repeat harmless. */
const postal = {
  ...common,
  letterId,
  /** Class of the letter the event is about. */
  class: letterClass,
  eventId: z.string(),
  /** When it happened, by the provider's account. */
  reportedAt: instant,
  trackingCode: z.optional(z.string()),
};

const fact = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape });

export const accepted = fact('ACCEPTED', common);
export const decided = fact('DECIDED', { ...common, decision });
export const mailboxStored = fact('MAILBOX_STORED', common);
/** `consentVersion` tells which address it went to: a bounce concerns that one and no later one. */
export const noticeSent = fact('NOTICE_SENT', { ...common, notice: attemptToken, consentVersion: z.int() });
export const noticeBounced = fact('NOTICE_BOUNCED', {
  ...common,
  notice: attemptToken,
  bounce: z.enum(['hard', 'soft']),
});
/** At most one of a message; `notice` is the tag of the e-mail. */
export const reminderSent = fact('REMINDER_SENT', { ...common, notice: attemptToken, consentVersion: z.int() });
export const fallbackStarted = fact('FALLBACK_STARTED', { ...common, reason });
/** The outage keeps an electronic delivery back; its clock has not started. */
export const holdStarted = fact('HOLD_STARTED', { ...common, outageId: z.string() });
export const holdReleased = fact('HOLD_RELEASED', { ...common, outageId: z.string() });
export const opened = fact('OPENED', { ...common, by: actor });
/** Opened when a letter was already with the print provider: evidence for the authority, no service by itself. */
export const openedLate = fact('OPENED_LATE', { ...common, by: actor });
export const acknowledged = fact('ACKNOWLEDGED', { ...common, by: actor });
export const handedToPostal = fact('HANDED_TO_POSTAL', {
  ...common,
  letterId,
  batchId: z.string(),
  class: letterClass,
  /** What its price depends on; absent: it was handed over before that was kept. */
  paper: z.optional(paper),
});
export const printed = fact('PRINTED', postal);
export const posted = fact('POSTED', { ...postal, postedOn: calendarDate });
export const arrived = fact('ARRIVED', postal);
export const receiptSigned = fact('RECEIPT_SIGNED', { ...postal, signer: z.optional(z.string()) });
export const returned = fact('RETURNED', { ...postal, reason: z.optional(z.string()) });
export const addressUnresolved = fact('ADDRESS_UNRESOLVED', { ...postal, reason: z.optional(z.string()) });

/**
 * The provider has attached the scan of a signed advice of receipt, or of an envelope that came back. The bytes lie beside
 * the facts and end with them; their hash stays in the chain.
 */
export const proofAttached = fact('PROOF_ATTACHED', {
  ...common,
  letterId,
  proofId,
  /** Of the bytes as they came, in hex. */
  sha256: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
});

/** The provider tells no day of posting, and the operator's policy assumes one (domain.md 3.6, `postedOnPolicy`). */
export const postedAssumed = fact('POSTED_ASSUMED', { ...common, letterId, postedOn: calendarDate });

/** How a document was served outside the hub (434/2003 § 60 to 63). */
export const closingEvidence = z.enum(['HAND_DELIVERY', 'PROCESS_SERVER', 'SUBSTITUTED', 'GENERAL_NOTICE', 'ABROAD']);
export type ClosingEvidence = z.infer<typeof closingEvidence>;

/** An official closed the delivery by hand. `date` is the date on the evidence; `note` is sealed. */
export const manualClosed = fact('MANUAL_CLOSED', {
  ...common,
  by: actor,
  evidence: closingEvidence,
  date: calendarDate,
  note: z.optional(z.string()),
});

/** The authority's finding that overrides the presumption ("unless otherwise shown"); `grounds` is sealed. */
export const rebutted = fact('REBUTTED', { ...common, by: actor, servedOn: calendarDate, grounds: z.string() });

/** The authority has taken it back before it was handed over; `grounds` is sealed. */
export const recalled = fact('RECALLED', { ...common, by: actor, grounds: z.string() });

/** The authority has put its proof into its own archive on that day: the hub need not keep it to the end of its own time. */
export const archived = fact('ARCHIVED', { ...common, by: actor, archivedOn: calendarDate });

/** What the authority has been told it must look at. */
export const authorityTask = z.enum([
  'UNDELIVERABLE',
  'MANUAL',
  'POSTED_ON_MISSING',
  'RECEIPT_MISSING',
  /** Acknowledged, so that no letter follows, and not opened by the end of its window, so that nothing is served. */
  'ACKNOWLEDGED_UNOPENED',
  'OPENED_LATE',
  /** Its letter waits beyond the limit of the authority: for another day, or for an approval. */
  'POSTAL_LIMIT',
]);
export type AuthorityTask = z.infer<typeof authorityTask>;
export const authorityNotified = fact('AUTHORITY_NOTIFIED', { ...common, task: authorityTask });

/** The moment of service by the primary rule set has been reached: a milestone for the sender. Assessments are the truth. */
export const served = fact('SERVED', {
  ...common,
  ruleSetId,
  attemptNumber: z.int(),
  status: z.enum(['DEEMED', 'SERVED']),
  deemedDate: calendarDate,
  deemedAt: z.optional(instant),
});

/**
 * A message from an end user has reached the authority's side (13/2003 § 10); with `sentAt` it was sent, by its sender's
 * account, in the outage named.
 */
export const received = fact('RECEIVED', {
  ...common,
  sentAt: z.optional(instant),
  outageId: z.optional(z.string()),
  /** When it had arrived at the authority that passed it on. */
  arrivedAt: z.optional(instant),
});

/** It had come to the wrong authority and was passed on (13/2003 § 15); `grounds` is sealed. */
export const transferred = fact('TRANSFERRED', {
  ...common,
  by: actor,
  toServiceId: serviceId,
  /** The message the other authority has got. */
  copyId: messageId,
  grounds: z.string(),
});

/** Everything that has happened to one delivery, in order. Facts are appended, never changed (domain.md 3.1). */
const FACTS = [
  accepted,
  decided,
  mailboxStored,
  noticeSent,
  noticeBounced,
  reminderSent,
  fallbackStarted,
  holdStarted,
  holdReleased,
  opened,
  openedLate,
  acknowledged,
  handedToPostal,
  printed,
  posted,
  arrived,
  receiptSigned,
  returned,
  addressUnresolved,
  proofAttached,
  postedAssumed,
  manualClosed,
  rebutted,
  recalled,
  archived,
  authorityNotified,
  served,
  received,
  transferred,
] as const;

/** One of them. */
export const deliveryFact = z.discriminatedUnion('type', FACTS);
export type DeliveryFact = z.infer<typeof deliveryFact>;
export type FactType = DeliveryFact['type'];

/** Every type of fact there is. */
export const FACT_TYPES: readonly FactType[] = FACTS.flatMap(({ shape }) => shape.type.def.values);
export type FactOf<Type extends FactType> = Extract<DeliveryFact, { type: Type }>;

/** A fact with its place in its delivery, from 1. */
export interface NumberedFact {
  readonly seq: number;
  readonly fact: DeliveryFact;
}

/** Numbers the facts of a delivery as it keeps them. */
export function numbered(facts: readonly DeliveryFact[]): NumberedFact[] {
  return facts.map((each, i) => ({ seq: i + 1, fact: each }));
}

/** Who did it. */
export function actorOf({ by }: DeliveryFact): Actor {
  return by ?? { role: 'SYSTEM' };
}

/** The newest fact of a type. */
export function lastOf<Type extends FactType>(facts: readonly DeliveryFact[], type: Type): FactOf<Type> | undefined {
  return facts.findLast((each): each is FactOf<Type> => each.type === type);
}
