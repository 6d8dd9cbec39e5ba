import fc from 'fast-check';
import type { Decision } from '#shared/domain/message/decision';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { serviceId } from '#shared/domain/message/ids';
import type { CountedFact } from '#shared/domain/traffic/count-fact';
import { DAY, after, instantAt } from '#shared/kernel/time';
import { NOON, SERVICE, decisionOf } from '#test/builders/domain';
import {
  acceptedFact,
  bouncedFact,
  fallbackFact,
  handedFact,
  noticeSentFact,
  openedFact,
  storedFact,
} from '#test/builders/domain-facts';

/** The decision that sends a delivery, as the feed tells it. */
export function sentFact(differing: Partial<Decision> = {}, part: Partial<CountedFact> = {}): CountedFact {
  const decision = decisionOf(differing);
  return {
    serviceId: SERVICE,
    group: 'BUSINESS',
    sends: 'ORDINARY',
    fact: { type: 'DECIDED', at: decision.decidedAt, decision },
    ...part,
  };
}

/** A later fact of a delivery to a business. */
export function laterFact(fact: DeliveryFact, part: Partial<CountedFact> = {}): CountedFact {
  return { serviceId: SERVICE, group: 'BUSINESS', fact, ...part };
}

const anyMoment = fc.integer({ min: -60, max: 60 }).map((days) => after(NOON, days * DAY));
const anyDecision = fc.record({
  channel: fc.constantFrom('ELECTRONIC', 'LETTER', 'LETTER_ADVICE_OF_RECEIPT', 'HOLD', 'MANUAL', 'UNDELIVERABLE'),
  reason: fc.constantFrom('CONSENT', 'NO_CONSENT', 'STATUTE_PAPER_ONLY', 'NO_MAILBOX', 'RETURNED'),
} as const);

/** Facts in any order of services, groups and months: counting does not ask whether a road could have made them. */
export const anyFact: fc.Arbitrary<CountedFact> = fc
  .record({
    service: fc.constantFrom('hub-service-1', 'hub-service-2'),
    group: fc.constantFrom('PERSON', 'BUSINESS', undefined),
    sends: fc.constantFrom('ORDINARY', 'VERIFIABLE', undefined),
    at: anyMoment,
    decision: anyDecision,
    type: fc.constantFrom('DECIDED', 'OTHER'),
    other: fc.constantFrom(
      acceptedFact(),
      storedFact(),
      noticeSentFact(),
      openedFact(),
      bouncedFact('hard'),
      fallbackFact(),
      handedFact(),
    ),
  })
  .map(({ service, group, sends, at, decision, type, other }) => {
    const facts = { ...decisionOf().facts, statute: decision.reason === 'STATUTE_PAPER_ONLY' ? '13/2003' : undefined };
    const fact: DeliveryFact =
      type === 'DECIDED'
        ? { type, at, decision: decisionOf({ ...decision, decidedAt: at, facts }) }
        : { ...other, at: instantAt(Date.parse(at)) };
    return { serviceId: serviceId.parse(service), group, sends: type === 'DECIDED' ? sends : undefined, fact };
  });
