import { hasPhase, isForeign, phaseIsOpen, standingOf } from '#shared/domain/channel/business-duty';
import { type ChannelFacts, type Verdict, electronic, paper } from '#shared/domain/channel/channel-facts';
import { isPerson } from '#shared/domain/channel/choose-address';
import type { Flag, Reason } from '#shared/domain/message/decision';
import { type Instant, helsinkiDay } from '#shared/kernel/time';

interface Rule {
  readonly id: string;
  /** Whether there is anything to ask; a rule that is not asked has no place in the path. @default always */
  readonly isAsked?: (facts: ChannelFacts, at: Instant) => boolean;
  /** The first rule that gives a verdict decides. */
  readonly decide: (facts: ChannelFacts, at: Instant) => Verdict | undefined;
}

const goesOn = () => undefined;
const isObliged = (facts: ChannelFacts, at: Instant) => standingOf(facts, at) === 'OBLIGED';

/** Rules that change something about the delivery and never decide its channel. */
const MARKS: readonly Rule[] = [
  { id: 'C1', isAsked: ({ obligatingOverridden }) => obligatingOverridden, decide: goesOn },
  { id: 'C2', isAsked: ({ protectionNeed, kind }) => protectionNeed && kind === 'ORDINARY', decide: goesOn },
];

const PROTECTION: Rule = { id: 'C5', isAsked: ({ protectionOrder }) => protectionOrder, decide: goesOn };

/**
 * Stage B of the channel decision in its order; the first hit wins. C0 and the refusal of C1 belong to the acceptance,
 * C9 and C10 follow from the verdict.
 *
 * @see domain.md 3.4
 */
const RULES: readonly Rule[] = [
  { id: 'C0b', decide: ({ recipient }) => (recipient ? undefined : paper('NO_ID')) },
  ...MARKS,
  { id: 'C3', decide: ({ statutoryPaperOnly }) => (statutoryPaperOnly ? paper('STATUTE_PAPER_ONLY') : undefined) },
  { id: 'C4', isAsked: ({ matter }) => matter !== undefined, decide: choiceForMatter },
  PROTECTION,
  { id: 'C6.1', isAsked: isForeign, decide: foreign },
  { id: 'C6.2', isAsked: hasPhase, decide: phase },
  { id: 'C6.3', isAsked: (facts, at) => notObliged(facts, at) !== undefined, decide: goesOn },
  { id: 'C6.4', isAsked: isObliged, decide: individualException },
  {
    id: 'C6.5',
    isAsked: isObliged,
    decide: (facts) => (canBeWrittenTo(facts) ? electronic('BUSINESS_OBLIGED') : undefined),
  },
  { id: 'C6.6', isAsked: isObliged, decide: () => paper('NO_MAILBOX', 'OBLIGATION_NOT_MET') },
  { id: 'C7', decide: basisOfElectronic },
  { id: 'C8', decide: (facts, at) => paper(whyNotElectronic(facts, at)) },
];

/** Alone when an attempt has ended so that only paper is left: nothing else is asked then. */
const AFTER_AN_ATTEMPT: readonly Rule[] = [
  { id: 'T1', decide: ({ paperBecause }) => paperBecause && paper(paperBecause) },
];

/** C9 looks at a verdict for the mailbox, after the rules. */
export const OUTAGE_RULE = 'C9';

const isMark = ({ id }: Rule) => id === PROTECTION.id || MARKS.some((mark) => mark.id === id);

/** The rules that can decide the channel, in the order they are tried: of those in a path, the last one decided. */
export const STAGE_B: readonly string[] = [
  ...[...AFTER_AN_ATTEMPT, ...RULES].filter((rule) => !isMark(rule)).map(({ id }) => id),
  OUTAGE_RULE,
];

/** The rule of stage B that decided, as a path has it. */
export function decidingRule(path: readonly string[]): string | undefined {
  return path.findLast((rule) => STAGE_B.includes(rule));
}

/** The verdict of stage B with the rules that were asked. */
export interface Ruling {
  readonly verdict: Verdict;
  readonly path: readonly string[];
}

/** Asks the rules in their order. */
export function ruleOn(facts: ChannelFacts, at: Instant): Ruling {
  const path: string[] = [];
  for (const { id, isAsked, decide } of facts.paperBecause ? AFTER_AN_ATTEMPT : RULES) {
    if (isAsked?.(facts, at) === false) continue;
    path.push(id);
    const verdict = decide(facts, at);
    if (verdict) return { verdict, path };
  }
  return { verdict: paper('NO_CONSENT'), path };
}

/**
 * C4: what the recipient has chosen for the matter. An obliged business has its way on paper with an exception only, but a
 * process address the law lets it name is honoured, with a flag.
 */
function choiceForMatter(facts: ChannelFacts, at: Instant): Verdict | undefined {
  const { matter } = facts;
  switch (matter?.kind) {
    case 'MESSAGES':
      return intoNamedMailbox(matter.usable && facts.hasElectronicPart);
    case 'POSTAL':
      return paper('PROCESS_ADDRESS_POSTAL', ...(isObliged(facts, at) ? [POSTAL_OF_OBLIGED] : []));
    case 'PAPER':
      return isObliged(facts, at) && !isExcepted(facts) ? undefined : paper('MATTER_PAPER_CHOICE');
    case undefined:
      return undefined;
  }
}

function intoNamedMailbox(usable: boolean): Verdict {
  return usable ? electronic('PROCESS_ADDRESS_MAILBOX') : paper('PROCESS_ADDRESS_UNUSABLE');
}

const POSTAL_OF_OBLIGED: Flag = 'OBLIGED_POSTAL_PROCESS_ADDRESS';

/** C6.1: electronic when it has activated a mailbox, else paper, and from there usually abroad (R10). */
function foreign(facts: ChannelFacts): Verdict {
  return canBeWrittenTo(facts) ? electronic('FOREIGN_VOLUNTARY') : paper('FOREIGN_VOLUNTARY');
}

/** C6.2: a gate of capability; consent is not asked. */
function phase({ business }: ChannelFacts): Verdict | undefined {
  return !business || phaseIsOpen(business) ? undefined : paper('PHASE_NOT_OPEN');
}

/** C6.4: approved by the authority for this matter or for a time (REQ-171). */
function individualException(facts: ChannelFacts): Verdict | undefined {
  return isExcepted(facts) ? paper('EXCEPTION_INDIVIDUAL') : undefined;
}

function isExcepted({ business }: ChannelFacts): boolean {
  return business?.exceptionId !== undefined;
}

/** C6.3: why the duty does not bind a business that it could bind. */
function notObliged(facts: ChannelFacts, at: Instant): Reason | undefined {
  const standing = standingOf(facts, at);
  return standing === 'OBLIGED' ? undefined : standing;
}

/** The mailbox is usable and there is something to put into it; consent aside. */
function canBeWrittenTo({ mailbox, hasElectronicPart }: ChannelFacts): boolean {
  return hasElectronicPart && (mailbox.status === 'ACTIVE' || mailbox.open === true);
}

/** C7: a consent in force and an address a notice reaches; for an entity its activated mailbox. */
function basisOfElectronic({ mailbox, hasElectronicPart, recipient, basis }: ChannelFacts): Verdict | undefined {
  if (!hasElectronicPart || mailbox.status !== 'ACTIVE') return undefined;
  if (!recipient || !isPerson(recipient)) return electronic('ACTIVATED');
  return electronic(basis === 'ACTIVE_MAILBOX' ? 'MAILBOX_ACTIVE' : 'CONSENT');
}

/** The day the six months end is their last. */
function optedOut({ mailbox }: ChannelFacts, at: Instant): Reason {
  const until = mailbox.consent?.optedOutUntil;
  return until !== undefined && until < helsinkiDay(at) ? 'NOT_REACTIVATED' : 'OPTED_OUT';
}

/** C8: paper is the default, and the reason says which part of the basis is missing. */
function whyNotElectronic(facts: ChannelFacts, at: Instant): Reason {
  const { mailbox, basis } = facts;
  if (mailbox.consent?.withdrawn === true) return basis === 'ACTIVE_MAILBOX' ? optedOut(facts, at) : 'WITHDRAWN';
  if (mailbox.consent?.electronic === true && mailbox.emailUsable !== true) return 'NO_EADDRESS';
  return notObliged(facts, at) ?? 'NO_CONSENT';
}
