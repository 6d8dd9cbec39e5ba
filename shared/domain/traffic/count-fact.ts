import type { Channel, Decision, MessageKind, Reason } from '#shared/domain/message/decision';
import type { DeliveryFact, FactOf } from '#shared/domain/message/facts';
import type { ServiceId } from '#shared/domain/message/ids';
import type { TargetGroup } from '#shared/domain/programme/registry/service';
import type { Measure } from '#shared/domain/traffic/service-month';

/** A fact as the feed tells it, with what it is counted by. */
export interface CountedFact {
  readonly serviceId: ServiceId;
  readonly group?: TargetGroup;
  /** Present on the decision that first sends the delivery anywhere. */
  readonly sends?: MessageKind;
  readonly fact: DeliveryFact;
}

/** What one fact adds one to. */
export function measuresOf({ fact, sends }: CountedFact): readonly Measure[] {
  if (fact.type === 'DECIDED') return sends ? measuresOfDecision(fact.decision, sends) : [];
  return fact.type === 'FALLBACK_STARTED' ? measuresOfFallback(fact) : measuresOfLater(fact);
}

/** Whether the fact is a message that a statute has kept on paper, and which one where that can be told. */
export function statuteHit({ fact, sends }: CountedFact): { readonly statute?: string } | undefined {
  const isHit = sends && fact.type === 'DECIDED' && fact.decision.reason === 'STATUTE_PAPER_ONLY';
  return isHit ? { statute: fact.decision.facts.statute } : undefined;
}

const BY_CHANNEL: Partial<Readonly<Record<Channel, Measure>>> = {
  ELECTRONIC: 'electronic',
  LETTER: 'letter',
  LETTER_ADVICE_OF_RECEIPT: 'receiptLetter',
  MANUAL: 'manual',
  UNDELIVERABLE: 'undeliverable',
};

/** Reasons of paper with one cause behind them; every other one is `paperOther`. */
const CAUSES: Partial<Readonly<Record<Reason, Measure>>> = {
  NO_CONSENT: 'paperNoConsent',
  WITHDRAWN: 'paperNoConsent',
  OPTED_OUT: 'paperNoConsent',
  NOT_REACTIVATED: 'paperNoConsent',
  OBLIGATION_NOT_ACTIVE: 'paperNoConsent',
  KIND_NOT_OBLIGED: 'paperNoConsent',
  NO_MAILBOX: 'paperNoMailbox',
  NO_EADDRESS: 'paperNoMailbox',
  FOREIGN_VOLUNTARY: 'paperNoMailbox',
  PROCESS_ADDRESS_UNUSABLE: 'paperNoMailbox',
  STATUTE_PAPER_ONLY: 'paperStatute',
  EXCEPTION_INDIVIDUAL: 'paperException',
  PHASE_NOT_OPEN: 'paperPhase',
  MATTER_PAPER_CHOICE: 'paperChoice',
  PROCESS_ADDRESS_POSTAL: 'paperChoice',
  OUTAGE_PROLONGED: 'paperOutage',
  SERVICE_NOT_DIGITAL: 'paperNotDigital',
};

function measuresOfDecision({ channel, reason, flags, facts }: Decision, kind: MessageKind): readonly Measure[] {
  const way = BY_CHANNEL[channel];
  if (way === undefined) return [];
  const counted: Measure[] = ['deliveries', way];
  if (way === 'electronic' && kind === 'VERIFIABLE') counted.push('electronicVerifiable');
  if (way === 'letter' || way === 'receiptLetter') counted.push(CAUSES[reason] ?? 'paperOther');
  if (facts.mailbox === 'ACTIVE') counted.push('withConsent');
  if (facts.mailbox !== 'NONE') counted.push('withMailbox');
  if (flags.includes('OBLIGATION_NOT_MET')) counted.push('obligationNotMet');
  return counted;
}

/** A letter that came back and goes out again was on paper before. */
function measuresOfFallback({ reason }: FactOf<'FALLBACK_STARTED'>): readonly Measure[] {
  if (reason === 'RETURNED') return [];
  return reason === 'WINDOW_EXPIRED' ? ['fallback', 'windowExpired'] : ['fallback'];
}

function measuresOfLater(fact: DeliveryFact): readonly Measure[] {
  switch (fact.type) {
    case 'HOLD_STARTED':
      return ['held'];
    case 'MAILBOX_STORED':
      return ['stored'];
    case 'NOTICE_SENT':
      return ['noticed'];
    case 'NOTICE_BOUNCED':
      return ['bounced'];
    case 'OPENED':
      return ['opened'];
    case 'HANDED_TO_POSTAL':
      return [fact.class === 'LETTER' ? 'printedLetter' : 'printedReceiptLetter'];
    case 'RETURNED':
      return ['returned'];
    case 'SERVED':
      return ['served'];
    default:
      return [];
  }
}
