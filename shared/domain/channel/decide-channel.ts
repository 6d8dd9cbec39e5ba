import {
  type ChannelFacts,
  type OpenOutage,
  type PaperCause,
  type Verdict,
  effectiveKind,
} from '#shared/domain/channel/channel-facts';
import { standingOf } from '#shared/domain/channel/business-duty';
import { type AddressOutcome, chooseAddress, isPerson } from '#shared/domain/channel/choose-address';
import { OUTAGE_RULE, ruleOn } from '#shared/domain/channel/rules';
import type { Channel, Decision, Flag, Reason, RuleSetId } from '#shared/domain/message/decision';
import type { Instant } from '#shared/kernel/time';

export { type ChannelFacts, type PaperCause, effectiveKind };

/** The rule set in force and the moment of the decision. */
export interface Under {
  readonly ruleSetId: RuleSetId;
  readonly at: Instant;
}

/**
 * Decides where one delivery goes: the mailbox with a notice, a letter, a wait for an outage to end, or a person's desk.
 *
 * @param facts what is known at this moment; consent must have been read strongly consistently
 * @see domain.md 3.3 (R1, R7, R7v, R9, R10), 3.4 (stage B), 3.5 (stage C); REQ-028, REQ-037, REQ-048, REQ-053, REQ-223
 */
export function decideChannel(facts: ChannelFacts, under: Under): Decision {
  const outcome = byHand(facts) ?? wayFor(facts, under.at);
  const { channel, reason, holdUntil, outageId } = outcome;
  return {
    ruleSetId: under.ruleSetId,
    decidedAt: under.at,
    path: [...new Set([...resolution(facts), ...outcome.path])],
    channel,
    reason,
    flags: [...flagsOf(facts), ...(outcome.flags ?? []), ...emailFlags(facts, outcome)],
    facts: { ...frozen(facts, under.at), ...addressFrozen(outcome), outageId, holdUntil },
    gateVersion: channel === 'ELECTRONIC' ? facts.mailbox.gateVersion : undefined,
  };
}

interface Outcome {
  readonly channel: Channel;
  readonly reason: Reason;
  readonly path: readonly string[];
  readonly flags?: readonly Flag[];
  readonly source?: AddressOutcome['source'];
  readonly looks?: AddressOutcome['looks'];
  readonly outageId?: string;
  readonly holdUntil?: Instant;
}

/** R1: the estate is served by hand while nobody is known to hold it. */
const DECEASED: Outcome = { channel: 'MANUAL', reason: 'RECIPIENT_DECEASED', path: ['R1'] };

/** Nobody to deliver to: the authority serves the document by hand. */
function byHand({ deceased, unresolved }: ChannelFacts): Outcome | undefined {
  if (unresolved) return { channel: 'MANUAL', reason: unresolved, path: [] };
  return deceased === true ? DECEASED : undefined;
}

/** The row of stage A that found the addressee, and the one that says how an addressee like this is served. */
function resolution(facts: ChannelFacts): string[] {
  const { resolvedBy, unresolved, recipient } = facts;
  const found = resolvedBy === undefined ? [] : [resolvedBy];
  if (unresolved || !recipient || isPerson(recipient)) return found;
  if (recipient.kind === 'AUTHORITY') return [...found, 'R9'];
  return [...found, effectiveKind(facts) === 'VERIFIABLE' ? 'R7v' : 'R7'];
}

function wayFor(facts: ChannelFacts, at: Instant): Outcome {
  const { verdict, path } = ruleOn(facts, at);
  const way = verdict.intent === 'PAPER' ? ontoPaper(verdict, facts) : intoMailbox(verdict, facts, at);
  return { ...way, path: [...path, ...way.path] };
}

/** C9: an outage holds the message back; one that is declared prolonged, or has lasted long enough, sends it on paper. */
function intoMailbox({ reason, flags }: Verdict, facts: ChannelFacts, at: Instant): Outcome {
  const { outages = [] } = facts;
  if (outages.length === 0) return { channel: 'ELECTRONIC', reason, flags, path: [] };
  const prolonged = outages.find((outage) => outage.prolonged || outage.holdUntil <= at);
  if (!prolonged) return held(outages.reduce((a, b) => (a.holdUntil <= b.holdUntil ? a : b)));
  const letter = ontoPaper({ intent: 'PAPER', reason: 'OUTAGE_PROLONGED', flags }, facts);
  return { ...letter, path: [OUTAGE_RULE, ...letter.path], outageId: prolonged.outageId };
}

function held({ outageId, holdUntil }: OpenOutage): Outcome {
  return { channel: 'HOLD', reason: 'OUTAGE_SHORT', path: [OUTAGE_RULE], outageId, holdUntil };
}

/** C10 maps the kind to the class of letter; stage C finds the address, and has the last word where there is none. */
function ontoPaper({ reason, flags }: Verdict, facts: ChannelFacts): Outcome {
  const address = chooseAddress(facts);
  if (address.refusal) return { ...address.refusal, flags, path: address.path, looks: address.looks };
  const verifiable = effectiveKind(facts) === 'VERIFIABLE' || facts.paperIsVerifiable;
  const channel = verifiable ? 'LETTER_ADVICE_OF_RECEIPT' : 'LETTER';
  return { channel, reason, flags, path: ['C10', ...address.path], source: address.source, looks: address.looks };
}

/** Which sources of addresses were asked and which one is used; nothing where none was. */
function addressFrozen({ source, looks }: Outcome): Pick<Decision['facts'], 'addressSource' | 'addressLooks'> {
  return { addressSource: source, addressLooks: looks && [...looks] };
}

/** Said of the address that the notice goes to: the one named for the matter, else the recipient's. */
function emailFlags({ matter, mailbox }: ChannelFacts, { channel, reason }: Outcome): Flag[] {
  if (channel !== 'ELECTRONIC') return [];
  const ofMatter = reason === 'PROCESS_ADDRESS_MAILBOX' && matter?.kind === 'MESSAGES' && matter.ownAddress === true;
  return ofMatter || mailbox.emailVerified === false ? ['EMAIL_UNVERIFIED'] : [];
}

/** What is kept of the facts: no address, no code, no name. */
function frozen(facts: ChannelFacts, at: Instant): Decision['facts'] {
  const { recipient, mailbox, matter, business } = facts;
  const standing = standingOf(facts, at);
  return {
    recipientKind: recipient?.kind,
    capacity: recipient?.capacity,
    mailbox: mailbox.status,
    emailUsable: mailbox.emailUsable,
    consentVersion: mailbox.consent?.version,
    protectionOrder: recipient ? facts.protectionOrder : undefined,
    matterChoice: matter?.kind,
    obliged: standing === undefined ? undefined : standing === 'OBLIGED',
    employees: business?.employees,
    statute: facts.statute,
    exceptionId: business?.exceptionId,
  };
}

function flagsOf(facts: ChannelFacts): Flag[] {
  const flags: Flag[] = [];
  if (facts.recipient && facts.protectionOrder) flags.push('PROTECTED', 'NOTICE_NO_SENDER');
  if (facts.protectionNeed && facts.kind === 'ORDINARY') flags.push('UPGRADED_VERIFIABLE');
  if (facts.obligatingOverridden) flags.push('OBLIGATING_OVERRIDDEN');
  return flags;
}
