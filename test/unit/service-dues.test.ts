import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { AuthorityTask, DeliveryFact } from '#shared/domain/message/facts';
import { type ServiceDue, assumedPostedOn, serviceDues } from '#shared/domain/service-of-document/service-dues';
import { duesOf, nextDue, wakeFor } from '#shared/domain/service-of-document/timers';
import { DAY, type Instant, MINUTE, after, calendarDate, earlier, instant } from '#shared/kernel/time';
import { ATTEMPT, NOON } from '#test/builders/domain';
import {
  acceptedFact,
  acknowledgedFact,
  bouncedFact,
  closedFact,
  decidedFact,
  deliveryOf,
  everyFact,
  fallbackFact,
  handedFact,
  noticeSentFact,
  notifiedFact,
  openedFact,
  openedLateFact,
  postalFact,
  postedAssumedFact,
  rebuttedFact,
  reminderFact,
  servedFact,
  storedFact,
} from '#test/builders/domain-facts';

const at = (text: string): Instant => instant.parse(`${text}:00.000Z`);
const later = (days: number) => after(NOON, days * DAY);

const TOLD = [acceptedFact(), decidedFact(), storedFact(), noticeSentFact()];
const AS_LETTER = [acceptedFact(), decidedFact({ channel: 'LETTER' }), handedFact()];
const RECEIPTED = 'LETTER_ADVICE_OF_RECEIPT' as const;
const AS_VERIFIABLE_LETTER = [acceptedFact(), decidedFact({ channel: RECEIPTED }), handedFact({ class: RECEIPTED })];

const owedBy = (facts: readonly DeliveryFact[], part: Partial<Delivery> = {}): readonly ServiceDue[] => {
  const delivery = deliveryOf({ kind: 'VERIFIABLE', ...part, facts: [...facts] });
  return serviceDues(delivery, foldFacts(delivery.facts));
};
const matters = (...given: Parameters<typeof owedBy>) =>
  Object.fromEntries(owedBy(...given).map(({ matter, at: due }) => [matter, due]));

const REMINDER = at('2026-11-26T07:00');
const FALLBACK = at('2026-12-01T04:00');

describe('a verifiable message that lies unopened', () => {
  it('is reminded of on the third day at nine, and goes on paper after the seventh at six (AC-09)', () => {
    expect(owedBy(TOLD)).toEqual([
      { step: 'settle-service', matter: 'WINDOW_EXPIRED', at: FALLBACK },
      { step: 'remind-recipient', matter: 'REMINDER', at: REMINDER },
    ]);
  });

  it('is reminded of once', () => {
    expect(matters([...TOLD, reminderFact(REMINDER)])).toEqual({ WINDOW_EXPIRED: FALLBACK });
  });

  it.each<[string, Partial<Delivery>]>([
    ['the sender wants no reminders', { terms: { noReminders: true } }],
    ['the reminder could not go', { reminderLapsed: true }],
  ])('is not reminded of where %s', (_, part) => {
    expect(matters(TOLD, part)).toEqual({ WINDOW_EXPIRED: FALLBACK });
  });

  it('has its window by the terms it was sent under', () => {
    const friday = [decidedFact(), storedFact(), noticeSentFact(at('2026-12-18T10:00'))];
    expect(matters(friday)['WINDOW_EXPIRED']).toBe(at('2026-12-29T04:00'));
    expect(matters(friday, { terms: { windowRoll: 'NONE' } })['WINDOW_EXPIRED']).toBe(at('2026-12-28T04:00'));
  });

  it.each<[string, DeliveryFact[]]>([
    ['opened', [openedFact()]],
    ['acknowledged', [acknowledgedFact()]],
    ['fallen back', [bouncedFact('hard'), fallbackFact(), decidedFact({ channel: 'LETTER_ADVICE_OF_RECEIPT' })]],
    ['closed by hand', [closedFact({ date: calendarDate.parse('2027-01-01') })]],
    ['found to be served', [rebuttedFact({ servedOn: calendarDate.parse('2027-01-01') })]],
    ['without a notice that arrived', [bouncedFact('soft')]],
  ])('is left in peace once it is %s', (_, facts) => {
    const owed = Object.keys(matters([...TOLD, ...facts]));
    expect(owed).not.toContain('REMINDER');
    expect(owed).not.toContain('WINDOW_EXPIRED');
  });

  it('has a window from the notice that arrived, not from one that came back', () => {
    const facts = [...TOLD, bouncedFact('soft'), noticeSentFact(later(1))];
    expect(matters(facts)).toEqual({ WINDOW_EXPIRED: at('2026-12-02T04:00'), REMINDER: at('2026-11-27T07:00') });
  });

  it('waits ten minutes for evidence of a reminder whose answer was lost', () => {
    const claim = { attempt: ATTEMPT, at: REMINDER, sends: 1, effect: 'REMINDER' as const };
    expect(matters(TOLD, { claim })['REMINDER']).toBe(after(REMINDER, 10 * MINUTE));
  });
});

describe('an ordinary message that lies unopened', () => {
  const ORDINARY = { kind: 'ORDINARY' } as const;

  it('is reminded of on the seventh day at nine, and has no window', () => {
    const { SERVED, ...rest } = matters(TOLD, ORDINARY);
    expect(rest).toEqual({ REMINDER: at('2026-11-30T07:00') });
    expect(SERVED).toBe(at('2026-11-25T22:00'));
  });

  it('is not reminded of once it is opened', () => {
    expect(Object.keys(matters([...TOLD, openedFact()], ORDINARY))).toEqual(['SERVED']);
  });
});

describe('a letter', () => {
  const ORDINARY = { kind: 'ORDINARY' } as const;

  it.each([
    ['Monday', '2026-11-23T10:00', '2026-11-25T10:00'],
    ['Friday', '2026-11-27T10:00', '2026-12-01T10:00'],
    ['the eve of Independence Day', '2026-12-04T10:00', '2026-12-08T10:00'],
    ['the day before Christmas Eve', '2026-12-23T10:00', '2026-12-29T10:00'],
    ['the last working day of summer time', '2026-10-23T10:00', '2026-10-27T11:00'],
  ])('handed over on %s is missed when two working days have brought no day of posting', (_, handed, due) => {
    const facts = [decidedFact({ channel: 'LETTER' }), handedFact({ at: at(handed) })];
    expect(matters(facts, ORDINARY)).toEqual({ POSTED_ON_MISSING: at(due) });
  });

  it('is assumed posted instead, where the operator says so', () => {
    const terms = { assumePostedAfter: 3 };
    expect(matters(AS_LETTER, { ...ORDINARY, terms })).toEqual({ POSTED_ASSUMED: at('2026-11-26T10:00') });
    expect(assumedPostedOn(handedFact(), 3)).toBe('2026-11-26');
    expect(assumedPostedOn(handedFact({ at: at('2026-11-27T10:00') }), 1)).toBe('2026-11-30');
  });

  it.each<[string, DeliveryFact[], Partial<Delivery>]>([
    ['its day of posting is told', [postalFact('POSTED')], {}],
    ['its day of posting is assumed', [postedAssumedFact()], { terms: { assumePostedAfter: 2 } }],
    ['the authority knows', [notifiedFact('POSTED_ON_MISSING')], {}],
    [
      'it is with an authority, which is served on arrival',
      [postalFact('ARRIVED')],
      { terms: { recipientKind: 'AUTHORITY' } },
    ],
    ['it was closed by hand', [closedFact()], {}],
  ])('is not missed where %s', (_, facts, part) => {
    const owed = Object.keys(matters([...AS_LETTER, ...facts], { ...ORDINARY, ...part }));
    expect(owed.filter((matter) => matter !== 'SERVED')).toEqual([]);
  });

  it('that has arrived somewhere still has no day of posting', () => {
    expect(Object.keys(matters([...AS_LETTER, postalFact('ARRIVED')], ORDINARY))).toEqual(['POSTED_ON_MISSING']);
  });

  it('lacks its day of posting as long as the operator lets it', () => {
    const { POSTED_ON_MISSING: soon } = matters(AS_LETTER, ORDINARY);
    const { POSTED_ON_MISSING: later } = matters(AS_LETTER, { ...ORDINARY, terms: { postedOnPatience: 5 } });
    expect(soon !== undefined && later !== undefined && soon < later).toBe(true);
  });

  it.each(['RETURNED', 'ADDRESS_UNRESOLVED'] as const)('that is %s is followed by another attempt at once', (type) => {
    const facts = [...AS_LETTER, postalFact(type, { at: later(7) })];
    expect(matters(facts, ORDINARY)).toEqual({ RETURNED: later(7) });
  });

  it('that was returned and signed for all the same has been received', () => {
    const signed = postalFact('RECEIPT_SIGNED', { class: RECEIPTED });
    const facts = [...AS_VERIFIABLE_LETTER, postalFact('RETURNED'), signed];
    expect(Object.keys(matters(facts))).toEqual(['SERVED']);
    const again = [fallbackFact(), decidedFact({ channel: RECEIPTED }), handedFact({ class: RECEIPTED })];
    expect(Object.keys(matters([...facts, ...again]))).toEqual(['SERVED']);
  });

  it('that is an ordinary one is not settled by a receipt: its day of posting is still missing', () => {
    const letter = [acceptedFact(), decidedFact({ channel: 'LETTER' }), handedFact()];
    expect(Object.keys(matters([...letter, postalFact('RECEIPT_SIGNED')]))).toEqual(['POSTED_ON_MISSING']);
  });

  it('of the attempt before comes back to nobody', () => {
    const again = [fallbackFact(), decidedFact({ channel: 'LETTER' })];
    expect(matters([...AS_LETTER, ...again, postalFact('RETURNED')], ORDINARY)).toEqual({});
  });
});

describe('a letter against an advice of receipt', () => {
  it('is missed three weeks after the day of its posting', () => {
    const posted = postalFact('POSTED', { postedOn: calendarDate.parse('2026-11-25') });
    expect(matters([...AS_VERIFIABLE_LETTER, posted])).toEqual({ RECEIPT_MISSING: at('2026-12-16T04:00') });
  });

  it('is missed three weeks after its hand-over, where nobody told when it was posted', () => {
    expect(matters(AS_VERIFIABLE_LETTER)).toEqual({ RECEIPT_MISSING: at('2026-12-14T04:00') });
  });

  it('is missed after as many days as the operator has chosen', () => {
    expect(matters(AS_VERIFIABLE_LETTER, { terms: { receiptPatience: 30 } })).toEqual({
      RECEIPT_MISSING: at('2026-12-23T04:00'),
    });
  });

  it('is missed once', () => {
    expect(matters([...AS_VERIFIABLE_LETTER, notifiedFact('RECEIPT_MISSING')])).toEqual({});
  });
});

describe('the authority', () => {
  it.each<AuthorityTask & ('MANUAL' | 'UNDELIVERABLE')>(['MANUAL', 'UNDELIVERABLE'])(
    'is told at once and once that a delivery is %s',
    (channel) => {
      const decided = decidedFact({ channel });
      expect(owedBy([decided])).toEqual([{ step: 'settle-service', matter: channel, at: NOON }]);
      expect(owedBy([decided, notifiedFact(channel)])).toEqual([]);
    },
  );

  it('is told again of another attempt that reaches nobody', () => {
    const facts = [decidedFact({ channel: 'MANUAL' }), notifiedFact('MANUAL'), decidedFact({ channel: 'MANUAL' })];
    expect(Object.keys(matters(facts))).toEqual(['MANUAL']);
  });

  it('is told once that a message was opened when its letter was on its way', () => {
    const facts = [...TOLD, fallbackFact(), ...AS_VERIFIABLE_LETTER.slice(1), openedLateFact(later(9))];
    expect(matters(facts)['OPENED_LATE']).toBe(later(9));
    expect(matters([...facts, notifiedFact('OPENED_LATE')])).not.toHaveProperty('OPENED_LATE');
  });
});

describe('the milestone of service', () => {
  it('is reached when the deemed day begins in Helsinki', () => {
    expect(matters(TOLD, { kind: 'ORDINARY' })['SERVED']).toBe(at('2026-11-25T22:00'));
  });

  it('is reached at the moment of opening', () => {
    expect(matters([...TOLD, openedFact(later(2))])).toEqual({ SERVED: later(2) });
  });

  it('is recorded once', () => {
    expect(matters([...TOLD, openedFact(later(10)), servedFact()], { kind: 'ORDINARY' })).toEqual({});
  });

  it('is recorded again when the service by the primary rule set has become another', () => {
    const other = servedFact({ deemedDate: calendarDate.parse('2026-11-25') });
    expect(matters([...TOLD, openedFact(later(10)), other], { kind: 'ORDINARY' })).toEqual({
      SERVED: at('2026-11-25T22:00'),
    });
  });

  it('is recorded of what an official found, whatever else has ended', () => {
    const closed = closedFact({ date: calendarDate.parse('2026-11-24') });
    expect(matters([decidedFact({ channel: 'MANUAL' }), notifiedFact('MANUAL'), closed])).toEqual({
      SERVED: at('2026-11-23T22:00'),
    });
  });
});

describe('what a delivery owes, whatever has happened to it', () => {
  const someFacts = fc.shuffledSubarray(everyFact(), { minLength: 1 });
  const kind = fc.constantFrom('ORDINARY' as const, 'VERIFIABLE' as const);

  it('is told by the wake index in time', () => {
    fc.assert(
      fc.property(someFacts, kind, (facts, of) => {
        const dues = duesOf(deliveryOf({ kind: of, facts }));
        const wakeAt = wakeFor(dues, undefined);
        expect(wakeAt).toBe(dues.length === 0 ? undefined : dues.map((due) => due.at).reduce(earlier));
      }),
    );
  });

  it('holds nothing twice, and never a letter and a window at once', () => {
    fc.assert(
      fc.property(someFacts, kind, (facts, of) => {
        const owed = owedBy(facts, { kind: of }).map(({ matter }) => matter);
        expect(new Set(owed).size).toBe(owed.length);
        const steps = duesOf(deliveryOf({ kind: of, facts })).map(({ step }) => step);
        expect(steps.includes('order-print') && owed.includes('WINDOW_EXPIRED')).toBe(false);
      }),
    );
  });

  it('is neither a reminder nor a letter once the recipient has opened it', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const delivery = deliveryOf({ kind: 'VERIFIABLE', facts: [...facts, openedFact()] });
        const steps = duesOf(delivery).map(({ step }) => step);
        expect(steps).not.toContain('order-print');
        expect(steps).not.toContain('remind-recipient');
        expect(owedBy(delivery.facts).map(({ matter }) => matter)).not.toContain('WINDOW_EXPIRED');
      }),
    );
  });

  it('names first what is due first', () => {
    expect(nextDue(deliveryOf({ kind: 'VERIFIABLE', facts: TOLD, published: 0 }))).toMatchObject({
      step: 'remind-recipient',
      at: REMINDER,
    });
    expect(nextDue(deliveryOf({ facts: [acceptedFact()] }))).toBeUndefined();
  });
});
