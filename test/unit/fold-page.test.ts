import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingOf } from '#shared/domain/feed/counted-as';
import type { Channel, Reason } from '#shared/domain/message/decision';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { measuresOf } from '#shared/domain/traffic/count-fact';
import { foldPage } from '#shared/domain/traffic/fold-page';
import { PAPER_CAUSES } from '#shared/domain/traffic/service-month';
import { instant } from '#shared/kernel/time';
import { NOON, SERVICE, decisionOf } from '#test/builders/domain';
import {
  acceptedFact,
  bouncedFact,
  decidedFact,
  fallbackFact,
  handedFact,
  noticeSentFact,
  openedFact,
  storedFact,
} from '#test/builders/domain-facts';
import { anyFact, laterFact, sentFact } from '#test/builders/domain-traffic';

const facts = decisionOf().facts;

describe('what the decision of a delivery counts', () => {
  it.each<[Channel, Reason, readonly string[]]>([
    ['ELECTRONIC', 'CONSENT', ['deliveries', 'electronic', 'withConsent', 'withMailbox']],
    ['LETTER', 'STATUTE_PAPER_ONLY', ['deliveries', 'letter', 'paperStatute', 'withConsent', 'withMailbox']],
    ['LETTER_ADVICE_OF_RECEIPT', 'PHASE_NOT_OPEN', ['deliveries', 'receiptLetter', 'paperPhase']],
    ['MANUAL', 'RECIPIENT_DECEASED', ['deliveries', 'manual']],
    ['UNDELIVERABLE', 'NO_ADDRESS', ['deliveries', 'undeliverable']],
    ['REJECTED', 'NO_ID', []],
  ])('%s because of %s: %s', (channel, reason, measures) => {
    expect(measuresOf(sentFact({ channel, reason, facts }))).toEqual(expect.arrayContaining([...measures]));
  });

  it.each<[Reason, string]>([
    ['NO_CONSENT', 'paperNoConsent'],
    ['WITHDRAWN', 'paperNoConsent'],
    ['OBLIGATION_NOT_ACTIVE', 'paperNoConsent'],
    ['NO_MAILBOX', 'paperNoMailbox'],
    ['NO_EADDRESS', 'paperNoMailbox'],
    ['STATUTE_PAPER_ONLY', 'paperStatute'],
    ['EXCEPTION_INDIVIDUAL', 'paperException'],
    ['PHASE_NOT_OPEN', 'paperPhase'],
    ['MATTER_PAPER_CHOICE', 'paperChoice'],
    ['OUTAGE_PROLONGED', 'paperOutage'],
    ['SERVICE_NOT_DIGITAL', 'paperNotDigital'],
    ['NO_ID', 'paperOther'],
  ])('paper because of %s is %s', (reason, cause) => {
    expect(measuresOf(sentFact({ channel: 'LETTER', reason }))).toContain(cause);
  });

  it('has one cause for every letter', () => {
    const letters = fc.constantFrom<Channel>('LETTER', 'LETTER_ADVICE_OF_RECEIPT');
    fc.assert(
      fc.property(anyFact, letters, ({ fact }, channel) => {
        if (fact.type !== 'DECIDED') return;
        const counted = measuresOf(sentFact({ ...fact.decision, channel }));
        expect(counted.filter((each) => PAPER_CAUSES.some((cause) => cause === each))).toHaveLength(1);
      }),
    );
  });

  it('tells an electronic message that asks for a receipt from one that does not', () => {
    expect(measuresOf(sentFact({}, { sends: 'VERIFIABLE' }))).toContain('electronicVerifiable');
    expect(measuresOf(sentFact())).not.toContain('electronicVerifiable');
  });

  it('tells the duty that was not met', () => {
    const unmet = sentFact({ channel: 'LETTER', reason: 'NO_MAILBOX', flags: ['OBLIGATION_NOT_MET'] });
    expect(measuresOf(unmet)).toEqual(expect.arrayContaining(['obligationNotMet', 'paperNoMailbox']));
  });

  it('tells how the recipient could be reached', () => {
    const of = (mailbox: 'NONE' | 'ACTIVE' | 'INACTIVE') => measuresOf(sentFact({ facts: { ...facts, mailbox } }));
    expect(of('ACTIVE')).toEqual(expect.arrayContaining(['withConsent', 'withMailbox']));
    expect(of('INACTIVE')).toContain('withMailbox');
    expect(of('INACTIVE')).not.toContain('withConsent');
    expect(of('NONE')).not.toContain('withMailbox');
  });

  it('is nothing for a decision after the first: the fallback before it is told by itself', () => {
    expect(measuresOf(sentFact({}, { sends: undefined }))).toEqual([]);
  });
});

describe('what later facts count', () => {
  it.each<[DeliveryFact, readonly string[]]>([
    [storedFact(), ['stored']],
    [noticeSentFact(), ['noticed']],
    [openedFact(), ['opened']],
    [bouncedFact('hard'), ['bounced']],
    [fallbackFact(), ['fallback']],
    [{ ...fallbackFact(), reason: 'WINDOW_EXPIRED' }, ['fallback', 'windowExpired']],
    [{ ...fallbackFact(), reason: 'RETURNED' }, []],
    [handedFact(), ['printedLetter']],
    [handedFact({ class: 'LETTER_ADVICE_OF_RECEIPT' }), ['printedReceiptLetter']],
    [{ type: 'HOLD_STARTED', at: NOON, outageId: 'katko' }, ['held']],
    [acceptedFact(), []],
  ])('$type', (fact, measures) => {
    expect(measuresOf(laterFact(fact))).toEqual(measures);
  });
});

describe('how a delivery is counted', () => {
  const held = { ...decidedFact({ channel: 'HOLD', reason: 'OUTAGE_SHORT' }) };
  const business = decidedFact({ facts: { ...facts, capacity: 'BUSINESS', recipientKind: 'COMPANY' } });
  const of = (each: readonly DeliveryFact[]) =>
    each.map((_, i) => countingOf({ facts: [...each], kind: 'VERIFIABLE' })(i));

  it('is not known before its first decision, and by that one from there on', () => {
    expect(of([acceptedFact(), business, storedFact()])).toEqual([
      {},
      { group: 'BUSINESS', sends: 'VERIFIABLE' },
      { group: 'BUSINESS' },
    ]);
  });

  it('begins with the decision that ends a hold', () => {
    expect(of([acceptedFact(), held, decidedFact(), decidedFact()])).toEqual([
      {},
      { group: 'PERSON' },
      { group: 'PERSON', sends: 'VERIFIABLE' },
      { group: 'PERSON' },
    ]);
  });

  it('is that of a person where nobody is known, so that small numbers are not told', () => {
    const unknown = decidedFact({ facts: { mailbox: 'NONE' }, reason: 'NO_ID', channel: 'LETTER' });
    expect(of([acceptedFact(), unknown])[1]).toMatchObject({ group: 'PERSON' });
  });
});

describe('a page', () => {
  it('adds up by service, month in Helsinki and group', () => {
    const lastMoment = instant.parse('2026-11-30T21:59:59.999Z');
    const firstMoment = instant.parse('2026-11-30T22:00:00.000Z');
    const page = [
      sentFact({ decidedAt: lastMoment }),
      sentFact({ decidedAt: firstMoment }),
      laterFact(openedFact(firstMoment)),
      laterFact(openedFact(firstMoment), { group: 'PERSON' }),
    ];
    expect(foldPage(page).months).toMatchObject([
      { month: '2026-11', group: 'BUSINESS', counts: { deliveries: 1, electronic: 1 } },
      { month: '2026-12', group: 'BUSINESS', counts: { deliveries: 1, electronic: 1, opened: 1 } },
      { month: '2026-12', group: 'PERSON', counts: { opened: 1 } },
    ]);
  });

  it('adds the hits of statutes, those that can not be told under no name', () => {
    const kept = (statute?: string) =>
      sentFact({ channel: 'LETTER', reason: 'STATUTE_PAPER_ONLY', facts: { ...facts, statute } });
    expect(foldPage([kept('1/2000 § 1'), kept(), kept('1/2000 § 1')]).statutes).toEqual([
      { serviceId: SERVICE, month: '2026-11', statute: '1/2000 § 1', hits: 2 },
      { serviceId: SERVICE, month: '2026-11', statute: undefined, hits: 1 },
    ]);
  });

  it('adds the same whatever the order of its facts', () => {
    const inOrder = (page: ReturnType<typeof foldPage>) => ({
      months: page.months
        .map((each) => JSON.stringify([each.serviceId, each.month, each.group, sorted(each.counts)]))
        .sort(),
      statutes: page.statutes.map((each) => JSON.stringify(each)).sort(),
    });
    fc.assert(
      fc.property(fc.array(anyFact), (page) => {
        expect(inOrder(foldPage([...page].reverse()))).toEqual(inOrder(foldPage(page)));
      }),
    );
  });
});

function sorted(counts: object): [string, unknown][] {
  return Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
}
