import type { Channel, MessageKind, RuleSetId } from '#shared/domain/message/decision';
import type { Terms } from '#shared/domain/message/terms';
import type { Delivery } from '#shared/domain/message/delivery';
import { type NumberedFact, numbered } from '#shared/domain/message/facts';
import { type Attempt, attemptsOf } from '#shared/domain/service-of-document/attempts';
import { deadlineFrom } from '#shared/domain/service-of-document/last-day-to-act';
import {
  type Anchor,
  CLOSINGS,
  type Means,
  type Moment,
  type RuleSet,
  assessedUnder,
} from '#shared/domain/service-of-document/rule-sets';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, helsinkiDay } from '#shared/kernel/time';

export type AssessmentStatus = 'PENDING' | 'DEEMED' | 'SERVED' | 'NOT_SERVED' | 'DOUBTFUL';

/** What the date was worked out from. */
export interface Inputs {
  readonly anchor: Anchor | 'CLOSING' | 'FINDING';
  readonly on: CalendarDate;
  readonly at?: Instant;
  /** Calendar days added. */
  readonly days: number;
}

/** When one attempt served the document, by one rule set. */
export interface Assessment {
  readonly ruleSetId: RuleSetId;
  /** The set the message was sent under. */
  readonly primary: boolean;
  readonly attempt: number;
  readonly channel: Channel;
  readonly status: AssessmentStatus;
  readonly deemedDate?: CalendarDate;
  readonly deemedAt?: Instant;
  /** The statute, written as `13/2003 § 19`. */
  readonly basis: string;
  readonly rebuttable: boolean;
  readonly appealLastDay?: CalendarDate;
  readonly appealEndsAt?: Instant;
  readonly inputs?: Inputs;
}

/** What an assessment follows from, and nothing else: no clock, no order of arrival. */
export interface History {
  readonly kind: MessageKind;
  readonly terms?: Terms;
  readonly facts: readonly NumberedFact[];
}

/**
 * When a document was served: one assessment for each attempt and each rule set that speaks of it, the newest attempt first,
 * the set the message was sent under before the others.
 *
 * @see domain.md 3.6; REQ-050, REQ-051, REQ-053, REQ-058
 */
export function assess(history: History): readonly Assessment[] {
  const attempts = attemptsOf(history.facts);
  const kept = attempts[0]?.ruleSetId;
  if (!kept) return [];
  return attempts.toReversed().flatMap((attempt) => {
    const sets = assessedUnder(kept, dayOf(attempt));
    return sets.map((set) => ({ ...assessAttempt(attempt, history, set), primary: set.id === kept }));
  });
}

/** Assessments of a delivery as it is stored. */
export function assessDelivery({ kind, terms, facts }: Delivery): readonly Assessment[] {
  return assess({ kind, terms, facts: numbered(facts) });
}

/** Service by the primary rule set: of several attempts that served the document, the first. */
export function servedBy(assessments: readonly Assessment[]): (Assessment & { deemedDate: CalendarDate }) | undefined {
  return assessments.filter(isService).sort(byDay)[0];
}

/** The moment from which the document counts as served: the instant itself, or the beginning of the day. */
export function serviceMoment({ deemedAt, deemedDate }: { deemedAt?: Instant; deemedDate: CalendarDate }): Instant {
  return deemedAt ?? momentOn(deemedDate);
}

function isService(each: Assessment): each is Assessment & { deemedDate: CalendarDate } {
  return each.primary && (each.status === 'DEEMED' || each.status === 'SERVED') && each.deemedDate !== undefined;
}

function byDay(a: { deemedDate: CalendarDate }, b: { deemedDate: CalendarDate }): number {
  return a.deemedDate < b.deemedDate ? -1 : Number(a.deemedDate > b.deemedDate);
}

/** The day that chooses the law: of what was sent or posted, else of the decision. */
function dayOf({ sent, postedOn, handed, decidedAt }: Attempt): CalendarDate {
  return postedOn ?? helsinkiDay(sent ?? handed ?? decidedAt);
}

function assessAttempt(attempt: Attempt, history: History, set: RuleSet): Omit<Assessment, 'primary'> {
  const { number, channel } = attempt;
  const finding = verdictOf(attempt, history, set);
  const appeal = hasDates(finding) && history.terms?.appealPeriod;
  const deadline = appeal && finding.deemedDate ? deadlineFrom(finding.deemedDate, appeal) : undefined;
  return {
    ruleSetId: set.id,
    attempt: number,
    channel,
    ...finding,
    ...(deadline ? { appealLastDay: deadline.lastDay, appealEndsAt: deadline.endsAt } : {}),
  };
}

type Verdict = Pick<Assessment, 'status' | 'deemedDate' | 'deemedAt' | 'basis' | 'rebuttable' | 'inputs'>;

/** The authority's finding comes before the presumption, and what the hub saw itself before a closing by hand. */
function verdictOf(attempt: Attempt, history: History, set: RuleSet): Verdict {
  const means = meansOf(attempt, history);
  const moment = means && set.moments[means];
  if (attempt.finding) return foundServed(attempt.finding, moment?.statute ?? ON_A_DESK);
  const verdict = seenOrClosed(attempt, moment);
  const isDoubtful = history.terms?.obligatingOverridden === true && verdict.status === 'DEEMED';
  return isDoubtful ? { ...verdict, deemedAt: undefined, status: 'DOUBTFUL' } : verdict;
}

function seenOrClosed(attempt: Attempt, moment: Moment | undefined): Verdict {
  const seen = moment ? byMeans(attempt, moment) : onADesk(attempt);
  return hasDates(seen) || !attempt.closing ? seen : closed(attempt.closing);
}

function hasDates({ status }: Verdict): boolean {
  return status === 'DEEMED' || status === 'SERVED';
}

function meansOf({ channel }: Attempt, { kind, terms }: History): Means | undefined {
  if (channel === 'ELECTRONIC') return kind === 'VERIFIABLE' ? 'VERIFIABLE_ELECTRONIC' : 'ORDINARY_ELECTRONIC';
  if (channel === 'LETTER') return terms?.recipientKind === 'AUTHORITY' ? 'LETTER_TO_AUTHORITY' : 'LETTER';
  return channel === 'LETTER_ADVICE_OF_RECEIPT' ? channel : undefined;
}

function byMeans(attempt: Attempt, moment: Moment): Verdict {
  const anchored = attempt.bounced || attempt.returned ? undefined : anchorOf(attempt, moment.anchor);
  if (!anchored) return undated(openStatus(attempt, moment), moment);
  const inputs = { anchor: moment.anchor, ...anchored, days: moment.days };
  const { status, rebuttable, statute, days, exact } = moment;
  const deemedDate = addDays(anchored.on, days);
  return { status, deemedDate, ...(exact ? { deemedAt: anchored.at } : {}), basis: statute, rebuttable, inputs };
}

interface Anchored {
  readonly on: CalendarDate;
  readonly at?: Instant;
}

function anchorOf(attempt: Attempt, anchor: Anchor): Anchored | undefined {
  if (anchor === 'POSTED') return attempt.postedOn && { on: attempt.postedOn };
  const { sent: SENT, opened: OPENED, handed: HANDED, arrived: ARRIVED, receipt: RECEIPT } = attempt;
  const at = { SENT, OPENED, HANDED, ARRIVED, RECEIPT }[anchor];
  return at && { on: helsinkiDay(at), at };
}

/** Of an attempt without its anchor: a notice that came back leaves it doubtful; one that has ended has served nothing. */
function openStatus({ bounced, returned, ended }: Attempt, { untilThen }: Moment): AssessmentStatus {
  if (bounced) return 'DOUBTFUL';
  return returned || ended ? 'NOT_SERVED' : untilThen;
}

/** The authority sees to the service itself. */
const ON_A_DESK = '434/2003 § 55';

/** No channel serves it by itself: it waits for a person, or can not be delivered at all. */
function onADesk({ channel }: Attempt): Verdict {
  const waits = channel === 'MANUAL' || channel === 'HOLD';
  return { status: waits ? 'PENDING' : 'NOT_SERVED', basis: ON_A_DESK, rebuttable: false };
}

function undated(status: AssessmentStatus, { statute, rebuttable }: Moment): Verdict {
  return { status, basis: statute, rebuttable };
}

function closed({ evidence, date }: NonNullable<Attempt['closing']>): Verdict {
  const { days, status, rebuttable, statute } = CLOSINGS[evidence];
  const deemedDate = addDays(date, days);
  const inputs = { anchor: 'CLOSING' as const, on: date, days };
  return { status, ...wholeDay(status, deemedDate), basis: statute, rebuttable, inputs };
}

function foundServed(on: CalendarDate, statute: string): Verdict {
  const inputs = { anchor: 'FINDING' as const, on, days: 0 };
  return { status: 'SERVED', ...wholeDay('SERVED', on), basis: statute, rebuttable: false, inputs };
}

/** Evidence outside the hub names a day; of what is SERVED the moment is the day's beginning. */
function wholeDay(status: AssessmentStatus, on: CalendarDate): Pick<Verdict, 'deemedDate' | 'deemedAt'> {
  return { deemedDate: on, ...(status === 'SERVED' ? { deemedAt: momentOn(on) } : {}) };
}
