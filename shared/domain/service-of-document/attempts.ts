import type { Channel, RuleSetId } from '#shared/domain/message/decision';
import type { DeliveryFact, FactOf, NumberedFact } from '#shared/domain/message/facts';
import { type CalendarDate, type Instant, earlier, later } from '#shared/kernel/time';

/** What became of one attempt, as far as its service depends on it. An attempt is a decision and what followed from it. */
export interface Attempt {
  /** Counts from 1; each FALLBACK_STARTED begins one. */
  readonly number: number;
  readonly channel: Channel;
  readonly ruleSetId: RuleSetId;
  readonly decidedAt: Instant;
  /** Another attempt has followed, or the message was opened before this one's letter was ordered. */
  readonly ended: boolean;
  /** When the message was in the mailbox and its recipient told. An opening stands in for a notice that never reached anyone. */
  readonly sent?: Instant;
  /** The notice has come back for good, and nobody has opened the message all the same. */
  readonly bounced: boolean;
  readonly opened?: Instant;
  readonly handed?: Instant;
  readonly postedOn?: CalendarDate;
  /** The day of posting is assumed, not reported. */
  readonly estimated: boolean;
  readonly arrived?: Instant;
  readonly receipt?: Instant;
  readonly returned: boolean;
  readonly closing?: Pick<FactOf<'MANUAL_CLOSED'>, 'evidence' | 'date'>;
  /** Day of service by the authority's own finding. */
  readonly finding?: CalendarDate;
}

/**
 * Reads the attempts of a delivery from the set of its facts. Neither the order the facts are handed in nor a repeated fact
 * makes a difference; provider events count by what they say, not by when they came.
 */
export function attemptsOf(facts: readonly NumberedFact[]): readonly Attempt[] {
  const ordered = inOrder(facts);
  const starts = ordered.filter(({ fact }) => fact.type === 'FALLBACK_STARTED').map(({ seq }) => seq);
  return [0, ...starts].flatMap((from, i) => {
    const to = starts[i] ?? Infinity;
    const span = { number: i + 1, from, to };
    const own = ordered.filter((each) => belongs(each, span, ordered)).map(({ fact }) => fact);
    return attemptOf(own, i + 1, to !== Infinity || isCalledOff(ordered, span));
  });
}

/** A fact counts once, by its place in the delivery. */
function inOrder(facts: readonly NumberedFact[]): readonly NumberedFact[] {
  const bySeq = new Map(facts.map((each) => [each.seq, each]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

interface Span {
  readonly number: number;
  /** Places of the facts of this attempt: from this one, up to and without that one. */
  readonly from: number;
  readonly to: number;
}

/** Opened in the mailbox of an attempt before, while the letter of this one had not been ordered: it never will be. */
function isCalledOff(ordered: readonly NumberedFact[], { from, to }: Span): boolean {
  return ordered.some(
    (each) => each.fact.type === 'OPENED' && each.seq >= from && each.seq < to && placeOf(each, ordered) < from,
  );
}

/** A letter's facts belong to the attempt that ordered it, whenever they come. */
function belongs(each: NumberedFact, { number, from, to }: Span, all: readonly NumberedFact[]): boolean {
  if ('letterId' in each.fact) return each.fact.letterId.endsWith(`-L${number}`);
  const place = placeOf(each, all);
  return place >= from && place < to;
}

/** A bounce stands where its notice stands, and an opening where the message was put into the mailbox. */
function placeOf({ seq, fact }: NumberedFact, all: readonly NumberedFact[]): number {
  if (fact.type === 'NOTICE_BOUNCED')
    return all.find((each) => each.fact.type === 'NOTICE_SENT' && each.fact.notice === fact.notice)?.seq ?? seq;
  if (fact.type === 'OPENED') return all.findLast((each) => each.seq < seq && isElectronic(each.fact))?.seq ?? seq;
  return seq;
}

function isElectronic(fact: DeliveryFact): boolean {
  return fact.type === 'DECIDED' && fact.decision.channel === 'ELECTRONIC';
}

function attemptOf(facts: readonly DeliveryFact[], number: number, ended: boolean): Attempt[] {
  const decided = last(facts, 'DECIDED');
  if (!decided) return [];
  const { channel, ruleSetId, decidedAt } = decided.decision;
  const opened = all(facts, 'OPENED')[0]?.at;
  const closing = last(facts, 'MANUAL_CLOSED');
  return [
    {
      number,
      channel,
      ruleSetId,
      decidedAt,
      ended,
      ...mailed(facts, opened),
      opened,
      ...posted(facts),
      closing,
      finding: last(facts, 'REBUTTED')?.servedOn,
    },
  ];
}

function mailed(facts: readonly DeliveryFact[], opened: Instant | undefined): Pick<Attempt, 'sent' | 'bounced'> {
  const back = all(facts, 'NOTICE_BOUNCED');
  const notice = last(facts, 'NOTICE_SENT');
  const cameBack = notice !== undefined && back.some((bounce) => bounce.notice === notice.notice);
  const told = notice !== undefined && !cameBack ? notice.at : opened;
  const stored = last(facts, 'MAILBOX_STORED')?.at ?? opened;
  const bounced = opened === undefined && back.some(({ bounce }) => bounce === 'hard');
  return { sent: told !== undefined && stored !== undefined ? later(told, stored) : undefined, bounced };
}

/** Of days of posting that differ the latest counts, to the recipient's benefit; of receipts the first. */
function posted(facts: readonly DeliveryFact[]) {
  const reported = all(facts, 'POSTED').map(({ postedOn }) => postedOn);
  const assumed = all(facts, 'POSTED_ASSUMED').map(({ postedOn }) => postedOn);
  const receipt = firstOf(all(facts, 'RECEIPT_SIGNED').map(({ reportedAt }) => reportedAt));
  const cameBack = facts.some(({ type }) => type === 'RETURNED' || type === 'ADDRESS_UNRESOLVED');
  return {
    handed: last(facts, 'HANDED_TO_POSTAL')?.at,
    postedOn: lastOf(reported.length > 0 ? reported : assumed),
    estimated: reported.length === 0 && assumed.length > 0,
    arrived: firstOf(all(facts, 'ARRIVED').map(({ reportedAt }) => reportedAt)),
    receipt,
    returned: cameBack && receipt === undefined,
  };
}

function firstOf<T extends string>(moments: readonly T[]): T | undefined {
  return moments.length > 0 ? moments.reduce(earlier) : undefined;
}

function lastOf<T extends string>(moments: readonly T[]): T | undefined {
  return moments.length > 0 ? moments.reduce(later) : undefined;
}

function all<Type extends DeliveryFact['type']>(facts: readonly DeliveryFact[], type: Type): readonly FactOf<Type>[] {
  return facts.filter((each): each is FactOf<Type> => each.type === type);
}

function last<Type extends DeliveryFact['type']>(facts: readonly DeliveryFact[], type: Type): FactOf<Type> | undefined {
  return all(facts, type).at(-1);
}
