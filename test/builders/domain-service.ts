import type { Decision } from '#shared/domain/message/decision';
import { type DeliveryFact, numbered } from '#shared/domain/message/facts';
import { type Assessment, type History, assess } from '#shared/domain/service-of-document/assess';
import { type Instant, type CalendarDate, calendarDate, instant } from '#shared/kernel/time';
import { LETTER, MESSAGE } from '#test/builders/domain';
import {
  acceptedFact,
  decidedFact,
  fallbackFact,
  handedFact,
  noticeSentFact,
  openedFact,
  postalFact,
  storedFact,
} from '#test/builders/domain-facts';
import { deliveryIdOf, letterIdOf } from '#shared/domain/message/ids';

export const moment = (text: string): Instant => instant.parse(text.length > 20 ? text : text.replace('Z', '.000Z'));
export const date = (text: string): CalendarDate => calendarDate.parse(text);

/** The letter of the first attempt is `LETTER`; this is the one of another. */
export const letterOfAttempt = (attempt: number) =>
  attempt === 1 ? LETTER : letterIdOf(deliveryIdOf(MESSAGE, 1), attempt);

/** Stored and noticed at one moment. */
export function electronicAt(at: Instant, differing: Partial<Decision> = {}): DeliveryFact[] {
  return [acceptedFact(at), decidedFact({ decidedAt: at, ...differing }), storedFact(at), noticeSentFact(at)];
}

interface LetterTold {
  readonly handed?: Instant;
  readonly postedOn?: string;
  readonly receipt?: Instant;
  readonly arrived?: Instant;
  readonly returned?: Instant;
  readonly class?: 'LETTER' | 'LETTER_ADVICE_OF_RECEIPT';
  readonly attempt?: number;
  readonly ruleSetId?: Decision['ruleSetId'];
  readonly decidedAt?: Instant;
}

/** A decision for a letter and what the print provider has told of it. */
export function letterTold(told: LetterTold): DeliveryFact[] {
  const { handed = moment('2026-11-23T12:00:00Z'), class: letterClass = 'LETTER', attempt = 1 } = told;
  const common = { letterId: letterOfAttempt(attempt), class: letterClass };
  const decision = {
    decidedAt: told.decidedAt ?? handed,
    channel: letterClass,
    ruleSetId: told.ruleSetId ?? ('fi-2016' as const),
    reason: 'NO_CONSENT' as const,
  };
  const reported = (type: 'RECEIPT_SIGNED' | 'ARRIVED' | 'RETURNED', at: Instant | undefined): DeliveryFact[] =>
    at ? [postalFact(type, { ...common, at, reportedAt: at })] : [];
  return [
    decidedFact(decision),
    handedFact({ at: handed, ...common }),
    ...(told.postedOn ? [postalFact('POSTED', { ...common, postedOn: date(told.postedOn) })] : []),
    ...reported('ARRIVED', told.arrived),
    ...reported('RETURNED', told.returned),
    ...reported('RECEIPT_SIGNED', told.receipt),
  ];
}

/** Opened by the recipient. */
export function openedAt(at: Instant): DeliveryFact {
  return openedFact(at);
}

/** The next attempt begins. */
export function fellBackAt(at: Instant): DeliveryFact {
  return fallbackFact(at);
}

export function assessed(
  facts: readonly DeliveryFact[],
  rest: Partial<Omit<History, 'facts'>> = {},
): readonly Assessment[] {
  return assess({ kind: 'ORDINARY', ...rest, facts: numbered(facts) });
}

/** What one set says of the newest attempt. */
export function saidBy(set: Assessment['ruleSetId'], assessments: readonly Assessment[]): Assessment | undefined {
  return assessments.find(({ ruleSetId }) => ruleSetId === set);
}
