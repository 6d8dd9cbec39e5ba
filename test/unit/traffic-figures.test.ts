import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProgrammeCalendar, programmeCalendar } from '#shared/domain/programme/calendar';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { SUPPRESSED } from '#shared/domain/programme/report';
import { type Measured, againstPlan } from '#shared/domain/traffic/against-plan';
import { costOf, costsNotEntered, ratesOf, shareOf, sumOf, totalOf } from '#shared/domain/traffic/figures';
import { monthsAfter } from '#shared/domain/traffic/month';
import { costsSection } from '#shared/domain/traffic/reports/channel-sections';
import { type Counts, MEASURES, PAPER_CAUSES } from '#shared/domain/traffic/service-month';
import { toldCounts } from '#shared/domain/traffic/suppress';
import { trendOf } from '#shared/domain/traffic/trend';
import { SERVICE } from '#test/builders/domain';
import { permitOf, programmeOf, townOf, townPlanOf } from '#test/builders/transition';

const LIMIT = { suppressionLimit: 5 };
const toBusinesses = (counts: Counts) => toldCounts(counts, 'BUSINESS', LIMIT);
const toPeople = (counts: Counts) => toldCounts(counts, 'PERSON', LIMIT);

describe('rates', () => {
  it('follow from the counts', () => {
    const counts = {
      deliveries: 1000,
      electronic: 800,
      letter: 150,
      receiptLetter: 30,
      undeliverable: 20,
      withConsent: 850,
      withMailbox: 900,
      obligationNotMet: 50,
      electronicVerifiable: 200,
      stored: 800,
      opened: 600,
      windowExpired: 7,
      fallback: 16,
    };
    expect(ratesOf(toBusinesses(counts))).toEqual({
      electronicSharePct: 81.6,
      consentCoveragePct: 85,
      mailboxCoveragePct: 90,
      fallbackRatePct: 2,
      undeliverableRatePct: 2,
      obligationNotMetRatePct: 5,
      windowExpiryRatePct: 3.5,
      openedRatePct: 75,
      unopenedRatePct: 25,
    });
    expect(shareOf(counts)).toBeCloseTo(81.63, 2);
  });

  it('are not known where nothing was sent', () => {
    expect(Object.values(ratesOf(toBusinesses({})))).toEqual(Array(9).fill(null));
    expect(shareOf({ manual: 3 })).toBeUndefined();
  });

  it('stay at 100 when last month’s messages are opened this month', () => {
    expect(ratesOf(toBusinesses({ stored: 2, opened: 9 }))).toMatchObject({ openedRatePct: 100, unopenedRatePct: 0 });
  });

  it('of people are not told where a part is too small', () => {
    const told = toPeople({ deliveries: 100, electronic: 97, letter: 3 });
    expect(ratesOf(told)).toMatchObject({ electronicSharePct: null, fallbackRatePct: null });
  });
});

describe('cost', () => {
  const unitCosts = { electronic: 5, letter: 110, receiptLetter: 950 };

  it('is what stands in mailboxes and what was printed', () => {
    const cost = costOf(toBusinesses({ electronic: 12, stored: 10, printedLetter: 4, printedReceiptLetter: 1 }), {
      unitCosts,
    });
    expect(cost).toEqual({ electronicCents: 50, letterCents: 440, receiptLetterCents: 950 });
    expect(totalOf(cost)).toBe(1440);
  });

  it('of a channel whose unit cost nobody has entered is not known, and neither is the total', () => {
    const entered = programmeCalendar.parse({ ...CALENDAR_2019, unitCosts: { letter: 110, receiptLetter: 0 } });
    const cost = costOf(toBusinesses({ stored: 10, printedLetter: 4, printedReceiptLetter: 1 }), entered);
    expect(cost).toEqual({ electronicCents: null, letterCents: 440, receiptLetterCents: 0 });
    expect(totalOf(cost)).toBeNull();
    expect(costsNotEntered(entered)).toEqual(['electronic']);
  });

  it('is said not to be known in both languages until it is entered', () => {
    const line = { name: { fi: 'Kaupunki' }, group: 'BUSINESS', counts: { stored: 10, printedLetter: 4 } } as const;
    const section = (calendar: Pick<ProgrammeCalendar, 'suppressionLimit' | 'unitCosts'>) =>
      costsSection([line], ['Viranomainen', 'Myndighet'], calendar);
    const before = section(CALENDAR_2019);
    expect(before.table.rows).toMatchObject([{ electronicCents: null, letterCents: null, totalCents: null }]);
    expect(before.notes?.[0]?.fi).toContain(
      'ei ole yleisessä hinnastossa eikä ohjelman kalenterissa (sähköiset, kirjeet, saantitodistuskirjeet)',
    );
    expect(before.notes?.[0]?.sv).toContain(
      'varken i den allmänna prislistan eller i programmets kalender (elektroniska, brev,',
    );
    const after = section({ ...CALENDAR_2019, unitCosts });
    expect(after.table.rows).toMatchObject([{ totalCents: 490 }]);
    expect(JSON.stringify(after.notes)).not.toContain('eikä ohjelman');
  });

  it('is not told of people where a part is too small', () => {
    expect(totalOf(costOf(toPeople({ stored: 10, printedLetter: 4 }), { unitCosts }))).toBeNull();
  });
});

describe('counts of people', () => {
  const anyCounts = fc.dictionary(fc.constantFrom(...MEASURES), fc.nat({ max: 40 }));
  /** Parts that sum to their whole, as counting makes them. */
  const anyMonth = fc
    .record({ parts: fc.array(fc.nat({ max: 30 }), { minLength: 5, maxLength: 5 }), other: anyCounts })
    .map(({ parts: [electronic = 0, letter = 0, receiptLetter = 0, manual = 0, undeliverable = 0], other }) => ({
      ...other,
      electronic,
      letter,
      receiptLetter,
      manual,
      undeliverable,
      deliveries: electronic + letter + receiptLetter + manual + undeliverable,
    }));

  it('below the limit are not told, and those of businesses are', () => {
    expect(toPeople({ opened: 4, deliveries: 5 })('opened')).toBe(SUPPRESSED);
    expect(toPeople({ opened: 5, deliveries: 5 })('opened')).toBe(5);
    expect(toPeople({})('opened')).toBe(0);
    expect(toBusinesses({ opened: 1 })('opened')).toBe(1);
  });

  it('are never told when they are small', () => {
    fc.assert(
      fc.property(anyMonth, (counts) => {
        const told = toPeople(counts);
        for (const measure of MEASURES) {
          const count = told(measure);
          expect(count === SUPPRESSED || count === 0 || count >= 5).toBe(true);
        }
      }),
    );
  });

  it('do not follow from the others: two parts of a whole are missing, or none', () => {
    fc.assert(
      fc.property(anyMonth, (counts) => {
        const told = toPeople(counts);
        for (const parts of [
          ['electronic', 'letter', 'receiptLetter', 'manual', 'undeliverable'],
          PAPER_CAUSES,
        ] as const) {
          const present = parts.filter((part) => (Reflect.get(counts, part) ?? 0) > 0);
          const missing = parts.filter((part) => told(part) === SUPPRESSED);
          expect(missing.length !== 1 || present.length === 1).toBe(true);
        }
      }),
    );
  });

  it('are not told where what is left over would be small', () => {
    expect(toPeople({ deliveries: 100, withConsent: 98 })('withConsent')).toBe(SUPPRESSED);
    expect(toPeople({ deliveries: 100, withConsent: 95 })('withConsent')).toBe(95);
    expect(toPeople({ deliveries: 100, withConsent: 100 })('withConsent')).toBe(100);
  });
});

describe('sums', () => {
  it('add up what each month counted', () => {
    expect(sumOf([{ counts: { opened: 1, stored: 2 } }, { counts: { opened: 3 } }])).toEqual({ opened: 4, stored: 2 });
    expect(sumOf([])).toEqual({});
  });
});

describe('the traffic against the plan', () => {
  const { rows } = programmeOf({
    organisations: [townOf()],
    services: [permitOf({ hubServices: [SERVICE] }), permitOf({ id: 'muu' })],
    plans: [
      townPlanOf({
        milestones: [
          { text: 'Puolet sähköisesti', due: '2020-12-31' },
          { text: 'Kaikki', due: '2021-12-31' },
        ],
      }),
    ],
  });
  const rising = Array.from({ length: 12 }, (_, i) => ({ month: monthsAfter('2020-07', i), share: 40 + 2 * i }));
  const measured = (shares: Measured['shares'], group: Measured['group'] = 'BUSINESS') =>
    againstPlan({ serviceId: SERVICE, group, shares, trend: trendOf(shares) }, rows);

  it('holds the line against the target date of the offering', () => {
    // 40 + 2x = 100 at x = 30: January 2023; the plan says 30.6.2022, x = 23.
    expect(measured(rising).targets).toEqual([
      {
        service: 'rakennuslupa',
        targetDate: '2022-06-30',
        sharePct: expect.closeTo(86, 6),
        ground: 'TREND',
        verdict: 'LATE',
      },
    ]);
  });

  it('holds what was counted against a milestone that is past, and the line against one to come', () => {
    expect(measured(rising).milestones).toEqual([
      { plan: 'plan-kaupunki', text: 'Puolet sähköisesti', due: '2020-12-31', sharePct: 50, ground: 'COUNTED' },
      { plan: 'plan-kaupunki', text: 'Kaikki', due: '2021-12-31', sharePct: expect.closeTo(74, 6), ground: 'TREND' },
    ]);
  });

  it.each([
    ['IN_TIME', rising.map((each, i) => ({ ...each, share: 40 + 4 * i }))],
    ['NOT_BY_THIS_TREND', rising.map((each) => ({ ...each, share: 50 }))],
    ['REACHED', rising.map((each) => ({ ...each, share: 100 }))],
    ['NOT_KNOWN', rising.slice(0, 4)],
    ['NOT_KNOWN', []],
  ])('says %s', (verdict, shares) => {
    expect(measured(shares).targets).toMatchObject([{ verdict }]);
  });

  it('is of one group: nobody has promised anything to people here', () => {
    expect(measured(rising, 'PERSON').targets).toEqual([]);
  });
});
