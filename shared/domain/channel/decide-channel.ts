import {
  type AddressFacts,
  type AddressOutcome,
  type AddressedRecipient,
  chooseAddress,
  isPerson,
} from '#shared/domain/channel/choose-address';
import type { Channel, Decision, Flag, MessageKind, Reason, RuleSetId } from '#shared/domain/message/decision';
import type { Instant } from '#shared/kernel/time';

/** What the decision rests on, read at dispatch and frozen with it. */
export interface ChannelFacts extends AddressFacts {
  readonly kind: MessageKind;
  /** The recipient asked for by id; absent for a letter by address alone. */
  readonly recipient?: AddressedRecipient;
  readonly mailbox: {
    readonly status: 'NONE' | 'ACTIVE' | 'INACTIVE';
    readonly consent?: { readonly version: number; readonly electronic: boolean; readonly withdrawn: boolean };
    readonly emailUsable?: boolean;
    readonly gateVersion?: number;
  };
  /** Whether the sender gave something a mailbox can show. */
  readonly hasElectronicPart: boolean;
  /** The sender asked for verifiable service of the letter, whatever the mailbox message is. */
  readonly paperIsVerifiable: boolean;
  readonly protectionNeed: boolean;
  readonly statutoryPaperOnly: boolean;
  readonly obligatingOverridden: boolean;
  /** Why an attempt before this one has ended so that only paper is left; absent: all channels are open. */
  readonly paperBecause?: PaperCause;
}

/** What ends an electronic attempt, or a letter, so that the next one goes on paper (domain.md 3.6, A7). */
export type PaperCause = Extract<Reason, 'WINDOW_EXPIRED' | 'WITHDRAWN' | 'RETURNED'>;

interface Verdict {
  readonly intent: 'ELECTRONIC' | 'PAPER';
  readonly reason: Reason;
}

interface Rule {
  readonly id: string;
  /** The first rule that gives a verdict decides. */
  readonly decide: (facts: ChannelFacts) => Verdict | undefined;
}

const paper = (reason: Reason): Verdict => ({ intent: 'PAPER', reason });
const electronic = (reason: Reason): Verdict => ({ intent: 'ELECTRONIC', reason });

/**
 * Stage B of the channel decision in its order; the first hit wins.
 *
 * @see domain.md 3.4
 */
const RULES: readonly Rule[] = [
  { id: 'C0b', decide: ({ recipient }) => (recipient ? undefined : paper('NO_ID')) },
  { id: 'C3', decide: ({ statutoryPaperOnly }) => (statutoryPaperOnly ? paper('STATUTE_PAPER_ONLY') : undefined) },
  { id: 'C7', decide: basisOfElectronic },
  { id: 'C8', decide: (facts) => paper(whyNotElectronic(facts)) },
];

/** Alone when an attempt has ended so that only paper is left: nothing else is asked then. */
const AFTER_AN_ATTEMPT: Rule = { id: 'T1', decide: ({ paperBecause }) => paperBecause && paper(paperBecause) };

/** The rules of stage B in the order they are tried: of those in a path, the last one decided. */
export const STAGE_B: readonly string[] = [AFTER_AN_ATTEMPT, ...RULES].map(({ id }) => id);

/**
 * Decides where one delivery goes: the mailbox with a notice, a letter, or a person's desk.
 *
 * @param facts what is known at this moment; consent must have been read strongly consistently
 * @param under the rule set in force and the moment of the decision
 * @see domain.md 3.4 (stage B), 3.5 (stage C); REQ-028, REQ-037, REQ-048, REQ-053, REQ-223
 */
export function decideChannel(facts: ChannelFacts, under: { ruleSetId: RuleSetId; at: Instant }): Decision {
  const path: string[] = [];
  let verdict = paper('NO_CONSENT');
  for (const rule of facts.paperBecause ? [AFTER_AN_ATTEMPT] : RULES) {
    path.push(rule.id);
    const found = rule.decide(facts);
    if (found) {
      verdict = found;
      break;
    }
  }
  const outcome = verdict.intent === 'ELECTRONIC' ? intoMailbox(verdict) : ontoPaper(verdict, facts);
  return {
    ruleSetId: under.ruleSetId,
    decidedAt: under.at,
    path: [...path, ...outcome.path],
    channel: outcome.channel,
    reason: outcome.reason,
    flags: flagsOf(facts),
    facts: {
      recipientKind: facts.recipient?.kind,
      capacity: facts.recipient?.capacity,
      mailbox: facts.mailbox.status,
      emailUsable: facts.mailbox.emailUsable,
      consentVersion: facts.mailbox.consent?.version,
      protectionOrder: facts.recipient ? facts.protectionOrder : undefined,
      addressSource: outcome.source,
    },
    gateVersion: outcome.channel === 'ELECTRONIC' ? facts.mailbox.gateVersion : undefined,
  };
}

/** VERIFIABLE where the sender said so or where protection asks for it (13/2003 § 19.1, rule C2). */
export function effectiveKind({ kind, protectionNeed }: Pick<ChannelFacts, 'kind' | 'protectionNeed'>): MessageKind {
  return protectionNeed ? 'VERIFIABLE' : kind;
}

interface Outcome {
  readonly channel: Channel;
  readonly reason: Reason;
  readonly path: readonly string[];
  readonly source?: AddressOutcome['source'];
}

function intoMailbox({ reason }: Verdict): Outcome {
  return { channel: 'ELECTRONIC', reason, path: [] };
}

/** C10 maps the kind to the class of letter; stage C finds the address, and has the last word where there is none. */
function ontoPaper({ reason }: Verdict, facts: ChannelFacts): Outcome {
  const address = chooseAddress(facts);
  if (address.refusal) return { ...address.refusal, path: address.path };
  const verifiable = effectiveKind(facts) === 'VERIFIABLE' || facts.paperIsVerifiable;
  const channel = verifiable ? 'LETTER_ADVICE_OF_RECEIPT' : 'LETTER';
  return { channel, reason, path: ['C10', ...address.path], source: address.source };
}

/** C7: a consent in force and an address a notice reaches; for an entity its activated mailbox. */
function basisOfElectronic({ mailbox, hasElectronicPart, recipient }: ChannelFacts): Verdict | undefined {
  if (!hasElectronicPart || mailbox.status !== 'ACTIVE') return undefined;
  return electronic(recipient && isPerson(recipient) ? 'CONSENT' : 'ACTIVATED');
}

/** C8: paper is the default, and the reason says which part of the basis is missing. */
function whyNotElectronic({ mailbox }: ChannelFacts): Reason {
  if (mailbox.consent?.withdrawn === true) return 'WITHDRAWN';
  if (mailbox.consent?.electronic === true && mailbox.emailUsable !== true) return 'NO_EADDRESS';
  return 'NO_CONSENT';
}

function flagsOf(facts: ChannelFacts): Flag[] {
  const flags: Flag[] = [];
  if (facts.recipient && facts.protectionOrder) flags.push('PROTECTED', 'NOTICE_NO_SENDER');
  if (facts.protectionNeed && facts.kind === 'ORDINARY') flags.push('UPGRADED_VERIFIABLE');
  if (facts.obligatingOverridden) flags.push('OBLIGATING_OVERRIDDEN');
  return flags;
}
