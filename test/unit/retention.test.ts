import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/calendar';
import { DAY, after, calendarDate, helsinkiDay, instantAt, millisecondsOf } from '#shared/kernel/time';
import type { Delivery } from '#shared/domain/message/delivery';
import { afterCalendarYears, afterYears } from '#shared/domain/message/least-keeping';
import { RETENTION_RULES } from '#shared/domain/retention/rules';
import { type Kept, contentVerdict, lookAgainAt, proofUntil, proofVerdict } from '#shared/domain/retention/verdict';
import { duesOf, endedAt } from '#shared/domain/service-of-document/timers';
import {
  archivedFact,
  decidedFact,
  deliveryOf,
  handedFact,
  noticeSentFact,
  notifiedFact,
  openedFact,
  receivedFact,
  storedFact,
} from '#test/builders/domain-facts';
import { NOON } from '#test/builders/messages';
import { dayOf } from '#test/builders/world-retention';

const LEAST = { contentYears: 2, proofYears: 10 };
const kept = (part: Partial<Kept> = {}): Kept => ({ endedAt: NOON, lastEventAt: NOON, isArchived: false, ...part });

const moments = fc
  .integer({ min: millisecondsOf(dayOf('2020-01-01')), max: millisecondsOf(dayOf('2060-01-01')) })
  .map((ms) => instantAt(ms));
const years = fc.integer({ min: 1, max: 30 });

describe('full years', () => {
  it.each([
    ['2026-11-23', '2028-11-24'],
    ['2026-12-31', '2029-01-01'],
    ['2024-02-29', '2026-03-01'],
    ['2028-02-28', '2030-03-01'],
  ])('from %s are over with the beginning of %s, in Helsinki', (from, to) => {
    expect(afterYears(dayOf(from, '23:59'), 2)).toBe(dayOf(to, '00:00'));
  });

  it.each([
    ['2026-01-01', '00:00', '2029-01-01'],
    ['2026-12-31', '23:59', '2029-01-01'],
    ['2027-01-01', '00:30', '2030-01-01'],
  ])('of the calendar after %s %s are over with the beginning of %s', (from, time, to) => {
    expect(afterCalendarYears(dayOf(from, time), 2)).toBe(dayOf(to, '00:00'));
  });
});

describe('the content of a message', () => {
  it.each([
    ['one delivery, whose two years are over', [kept()], '2028-11-24', 'END'],
    ['one delivery, on the last day of its two years', [kept()], '2028-11-23', 'KEEP'],
    ['two deliveries, of which one ended later', [kept(), kept({ endedAt: after(NOON, DAY) })], '2028-11-24', 'KEEP'],
    ['two deliveries, of which one is open', [kept(), kept({ endedAt: undefined })], '2099-01-01', 'OPEN'],
    ['no delivery yet', [], '2099-01-01', 'OPEN'],
  ] as const)('with %s: on %s is to %s', (_, deliveries, day, says) => {
    expect(contentVerdict(deliveries, { periods: LEAST, now: dayOf(day) }).says).toBe(says);
  });

  it('never ends before two years, whatever the operator has chosen', () => {
    fc.assert(
      fc.property(moments, moments, years, (endedAt, now, contentYears) => {
        const verdict = contentVerdict([kept({ endedAt })], { periods: { ...LEAST, contentYears }, now });
        const least = addMonths(helsinkiDay(endedAt), 12 * Math.max(2, contentYears));
        expect(verdict.says === 'END').toBe(helsinkiDay(now) > least);
      }),
    );
  });

  it('ends at the same moment in whatever order its deliveries are told', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }), moments, (order, now) => {
        const all = order.map((days) => kept({ endedAt: after(NOON, days * DAY) }));
        const inOrder = [1, 2, 3, 4].map((days) => kept({ endedAt: after(NOON, days * DAY) }));
        const question = { periods: LEAST, now };
        expect(contentVerdict(all, question)).toEqual(contentVerdict(inOrder, question));
      }),
    );
  });
});

describe('a proof', () => {
  it.each([
    ['the longest time is not over', kept(), '2036-11-23', 'KEEP'],
    ['the longest time is over', kept(), '2036-11-24', 'END'],
    ['it is archived, and its log is not over', kept({ isArchived: true }), '2028-12-31', 'KEEP'],
    ['it is archived, and its log is over', kept({ isArchived: true }), '2029-01-01', 'END'],
    [
      'it is archived, and something happened later',
      kept({ isArchived: true, lastEventAt: dayOf('2027-01-02') }),
      '2029-12-31',
      'KEEP',
    ],
    ['it is archived while the delivery is open', kept({ isArchived: true, endedAt: undefined }), '2099-01-01', 'OPEN'],
  ] as const)('where %s: %#', (_, each, day, says) => {
    expect(proofVerdict(each, { periods: LEAST, now: dayOf(day) }).says).toBe(says);
  });

  it('never ends before its message, nor before its log, however short the operator keeps it', () => {
    fc.assert(
      fc.property(moments, moments, fc.boolean(), (endedAt, lastEventAt, isArchived) => {
        const each = { endedAt, lastEventAt, isArchived };
        const until = proofUntil(each, { contentYears: 2, proofYears: 1 });
        expect(until >= afterYears(endedAt, 2)).toBe(true);
        expect(until >= afterCalendarYears(lastEventAt, 2)).toBe(true);
        const verdict = proofVerdict(each, { periods: { contentYears: 2, proofYears: 1 }, now: after(until, -1) });
        expect(verdict.says).toBe('KEEP');
      }),
    );
  });

  it('is looked at again at its moment, or within a month where nobody knows it', () => {
    expect(lookAgainAt({ says: 'KEEP', until: dayOf('2030-01-01') }, NOON)).toBe(dayOf('2030-01-01'));
    expect(lookAgainAt({ says: 'OPEN' }, NOON)).toBe(after(NOON, 30 * DAY));
  });
});

const electronic = [decidedFact(), storedFact(), noticeSentFact()];

/** What must be true of a delivery before anything of it ends. */
const STATES: readonly (readonly [string, Partial<Delivery>, boolean])[] = [
  ['in the mailbox, not served yet', { facts: electronic }, false],
  ['that waits for an outage to end', { facts: [decidedFact({ channel: 'HOLD' })] }, false],
  ['whose letter is not ordered', { facts: [decidedFact({ channel: 'LETTER' })] }, false],
  ['whose letter nobody has reported', { facts: [decidedFact({ channel: 'LETTER' }), handedFact()] }, false],
  ['left to a person, who was told', { facts: [decidedFact({ channel: 'MANUAL' }), notifiedFact()] }, false],
  ['undeliverable, and nobody was told', { facts: [decidedFact({ channel: 'UNDELIVERABLE' })] }, false],
  ['undeliverable', { facts: [decidedFact({ channel: 'UNDELIVERABLE' }), notifiedFact('UNDELIVERABLE')] }, true],
  ['refused', { facts: [decidedFact({ channel: 'REJECTED' })] }, true],
  ['received from an end user', { facts: [receivedFact()] }, true],
  ['opened, and the service not recorded', { facts: [...electronic, openedFact()] }, false],
];

describe('a delivery', () => {
  it.each(STATES)('%s: %#', (_, part, hasEnded) => {
    const delivery = deliveryOf(part);
    expect(endedAt(delivery) !== undefined).toBe(hasEnded);
    expect(duesOf(delivery).some(({ step }) => step === 'end-retention')).toBe(hasEnded);
  });

  it('is looked at in the night after its two years, one of eight hours of it', () => {
    const [due] = duesOf(deliveryOf({ facts: [receivedFact()] }));
    expect(due?.step).toBe('end-retention');
    expect(helsinkiDay(due?.at ?? NOON)).toBe(addDays(calendarDate.parse('2028-11-23'), 1));
  });

  it('is not looked at before a moment it was put off to', () => {
    const lookAgain = dayOf('2035-05-05');
    const [due] = duesOf(deliveryOf({ facts: [receivedFact()], keeping: { lookAgainAt: lookAgain } }));
    expect(due?.at).toBe(lookAgain);
  });

  it('without content owes no letter and no reminder, only the end of its proof', () => {
    const facts = [receivedFact()];
    const keeping = { contentEndedAt: NOON, proofUntil: dayOf('2036-11-24') };
    const dues = duesOf(deliveryOf({ facts, keeping }));
    expect(dues.map(({ step }) => step)).toEqual(['end-retention']);
    expect(helsinkiDay(dues[0]?.at ?? NOON)).toBe('2036-11-24');
    const archived = duesOf(deliveryOf({ facts: [...facts, archivedFact()], keeping }));
    expect(helsinkiDay(archived[0]?.at ?? NOON)).toBe('2029-01-01');
  });
});

describe('the table of rules', () => {
  it.each(Object.entries(RETENTION_RULES))('says of %s its state, its time, its law and what remains', (_, rule) => {
    for (const text of [rule.state, rule.from, rule.period, rule.source, rule.remains]) expect(text).toMatch(/\S{2}/);
    expect(rule.source).toMatch(/§|GDPR/);
  });
});
