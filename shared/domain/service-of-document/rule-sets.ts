import { BUSINESS_KINDS, type ElectronicBasis, type Obligation } from '#shared/domain/message/channel-terms';
import type { RuleSetId } from '#shared/domain/message/decision';
import type { ClosingEvidence } from '#shared/domain/message/facts';
import { type CalendarDate, calendarDate } from '#shared/kernel/time';

/** How a document went out, as far as the moment of its service depends on it. */
export type Means =
  'ORDINARY_ELECTRONIC' | 'VERIFIABLE_ELECTRONIC' | 'LETTER' | 'LETTER_TO_AUTHORITY' | 'LETTER_ADVICE_OF_RECEIPT';

/** What has to be known before a moment of service can be told. */
export type Anchor =
  /** The later of the message's storing and its notice. */
  | 'SENT'
  /** Opened by the identified recipient or a representative. */
  | 'OPENED'
  /** The letter was handed to the postal service. */
  | 'HANDED'
  /** The day the letter was posted, as the provider reports it. */
  | 'POSTED'
  /** The day the letter reached an authority. */
  | 'ARRIVED'
  /** The signed advice of receipt. */
  | 'RECEIPT';

/** One row of law: when a document counts as served. */
export interface Moment {
  readonly anchor: Anchor;
  /** Calendar days in Helsinki after the day of the anchor, which is day 0; such a day is never moved (KHO:2023:46). */
  readonly days: number;
  /** DEEMED: the law presumes it; SERVED: the recipient's own act shows it. */
  readonly status: 'DEEMED' | 'SERVED';
  /** The moment is the instant of the anchor, not a whole day. */
  readonly exact: boolean;
  /** Another day may be shown. */
  readonly rebuttable: boolean;
  /** Written as `13/2003 § 19`. */
  readonly statute: string;
  /** How it stands while the anchor is not known. */
  readonly untilThen: 'PENDING' | 'NOT_SERVED';
}

/** A body of rules on the channel and on the moment of service. A change of law is another row; what was sent under one keeps it. */
export interface RuleSet {
  readonly id: RuleSetId;
  /** First and last day it applies to; a set without them applies when the operator chooses it. */
  readonly inForceFrom?: CalendarDate;
  readonly inForceTo?: CalendarDate;
  /** Shown beside the law in force, whichever is primary. */
  readonly alwaysBeside: boolean;
  readonly standing: 'REPEALED' | 'IN_FORCE' | 'PROPOSAL' | 'BILL';
  readonly source: string;
  readonly electronicBasis: ElectronicBasis;
  /** Absent: no general duty of businesses; that of a sector stands with the service. */
  readonly obligation?: Obligation;
  readonly moments: Readonly<Record<Means, Moment>>;
}

const day = (text: string) => calendarDate.parse(text);

const presumed = (anchor: Anchor, days: number, statute: string): Moment => ({
  anchor,
  days,
  statute,
  status: 'DEEMED',
  exact: false,
  rebuttable: true,
  untilThen: 'PENDING',
});
const shown = (anchor: Anchor, statute: string): Moment => ({
  anchor,
  statute,
  days: 0,
  status: 'SERVED',
  exact: true,
  rebuttable: false,
  untilThen: 'PENDING',
});
const atOnce = (anchor: Anchor, statute: string): Moment => ({ ...shown(anchor, statute), status: 'DEEMED' });

const LETTERS_IN_LAW = {
  LETTER: presumed('POSTED', 7, '434/2003 § 59'),
  LETTER_TO_AUTHORITY: { ...presumed('ARRIVED', 0, '434/2003 § 59'), rebuttable: false },
  LETTER_ADVICE_OF_RECEIPT: shown('RECEIPT', '434/2003 § 60'),
};

const LAW_IN_FORCE: RuleSet['moments'] = {
  ORDINARY_ELECTRONIC: presumed('SENT', 3, '13/2003 § 19'),
  VERIFIABLE_ELECTRONIC: shown('OPENED', '13/2003 § 18'),
  ...LETTERS_IN_LAW,
};

/** Chapter of the working group's report of 2019 that proposes the moments (REQ-050 to REQ-053, REQ-058). */
const WORKING_GROUP = 'VM 2019, chapter 3.2';

/**
 * Rule sets as data, oldest first.
 *
 * @see domain.md 3.2; REQ-058 (the moment of service is dated configuration)
 */
export const RULE_SETS: readonly RuleSet[] = [
  {
    id: 'fi-2003',
    inForceFrom: day('2003-02-01'),
    inForceTo: day('2010-11-30'),
    alwaysBeside: false,
    standing: 'REPEALED',
    source: '13/2003 § 18–19 as enacted; 434/2003 § 59–60',
    electronicBasis: 'CONSENT',
    moments: {
      // Nothing was presumed of an ordinary electronic message: it is served when its opening shows it.
      ORDINARY_ELECTRONIC: { ...shown('OPENED', '13/2003 § 19'), untilThen: 'NOT_SERVED' },
      VERIFIABLE_ELECTRONIC: shown('OPENED', '13/2003 § 18'),
      ...LETTERS_IN_LAW,
    },
  },
  {
    id: 'fi-2016',
    inForceFrom: day('2010-12-01'),
    alwaysBeside: false,
    standing: 'IN_FORCE',
    source: '13/2003 § 18–19 (924/2010, 534/2016); 434/2003 § 59–60; checked to 21.2.2025',
    electronicBasis: 'CONSENT',
    moments: LAW_IN_FORCE,
  },
  {
    id: 'wg-2019',
    alwaysBeside: true,
    standing: 'PROPOSAL',
    source: 'Ministry of Finance, report of the working group 2019, chapter 3.2',
    electronicBasis: 'CONSENT',
    obligation: { from: day('2023-01-01'), kinds: BUSINESS_KINDS },
    moments: {
      ORDINARY_ELECTRONIC: atOnce('SENT', WORKING_GROUP),
      VERIFIABLE_ELECTRONIC: shown('OPENED', WORKING_GROUP),
      LETTER: atOnce('HANDED', WORKING_GROUP),
      LETTER_TO_AUTHORITY: atOnce('HANDED', WORKING_GROUP),
      LETTER_ADVICE_OF_RECEIPT: shown('RECEIPT', WORKING_GROUP),
    },
  },
  {
    // Its text and its entry into force are not known: a copy of the law in force until they are.
    id: 'fi-2026-draft',
    alwaysBeside: false,
    standing: 'BILL',
    source: 'HE 124/2025 vp, HaVM 1/2026 vp',
    // The bill asks for no consent, only for a mailbox that its holder has not closed.
    electronicBasis: 'ACTIVE_MAILBOX',
    moments: LAW_IN_FORCE,
  },
];

/** When a document served outside the hub counts as served: days after the date on its evidence. */
export const CLOSINGS: Readonly<Record<ClosingEvidence, Pick<Moment, 'days' | 'status' | 'rebuttable' | 'statute'>>> = {
  HAND_DELIVERY: { days: 0, status: 'SERVED', rebuttable: false, statute: '434/2003 § 60' },
  PROCESS_SERVER: { days: 0, status: 'SERVED', rebuttable: false, statute: '434/2003 § 60' },
  SUBSTITUTED: { days: 3, status: 'DEEMED', rebuttable: true, statute: '434/2003 § 61' },
  GENERAL_NOTICE: { days: 7, status: 'DEEMED', rebuttable: false, statute: '434/2003 § 62' },
  ABROAD: { days: 0, status: 'SERVED', rebuttable: false, statute: '434/2003 § 63' },
};

/** The set with this id. */
export function ruleSetOf(id: RuleSetId): RuleSet {
  const found = RULE_SETS.find((each) => each.id === id);
  if (!found) throw new Error('a rule set without its row');
  return found;
}

/**
 * The set a decision of that day is made under: the one chosen, unless its own dates leave the day out; then the law of that
 * day.
 */
export function ruleSetFor(chosen: RuleSetId, on: CalendarDate): RuleSetId {
  return isOpenOn(ruleSetOf(chosen), on) ? chosen : (lawOn(on)?.id ?? chosen);
}

/** What makes electronic service lawful on that day, under the set chosen. */
export function basisOn(on: CalendarDate, chosen: RuleSetId): ElectronicBasis {
  return ruleSetOf(ruleSetFor(chosen, on)).electronicBasis;
}

/** Every set assessed for a moment of that day: the one the message was sent under first, then the law, then the proposal. */
export function assessedUnder(kept: RuleSetId, on: CalendarDate): readonly RuleSet[] {
  const beside = RULE_SETS.filter((each) => each.id !== kept && (each.alwaysBeside || each === lawOn(on)));
  return [ruleSetOf(kept), ...beside];
}

function lawOn(on: CalendarDate): RuleSet | undefined {
  return RULE_SETS.findLast((each) => each.inForceFrom !== undefined && isOpenOn(each, on));
}

function isOpenOn({ inForceFrom, inForceTo }: RuleSet, on: CalendarDate): boolean {
  return (inForceFrom === undefined || inForceFrom <= on) && (inForceTo === undefined || on <= inForceTo);
}
