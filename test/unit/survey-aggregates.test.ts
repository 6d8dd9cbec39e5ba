import { describe, expect, it } from 'vitest';
import { programmeFixture, roundIdOf } from '#local/demo/programme/fixture';
import { CALENDAR_2019, demoCalendar } from '#shared/domain/programme/calendars';
import { aggregatesOf, servicesCounted } from '#shared/domain/survey/aggregates';
import { calendarDate } from '#shared/kernel/time';
import { PUBLISHED_2019, aVolume, offeringService, roundMaterial } from '#test/builders/programme-survey';

const DEMO = demoCalendar(calendarDate.parse('2026-11-23'));

describe('the figures of the round of 2019', () => {
  it.each([
    ['in its own years', CALENDAR_2019],
    ['moved to ours', DEMO],
  ])('are those that were published, %s (TR-01)', (_, calendar) => {
    const figures = aggregatesOf(roundMaterial(programmeFixture(calendar), roundIdOf(calendar)), 112);
    expect(figures).toMatchObject(PUBLISHED_2019);
  });

  it('say what they are shares of', () => {
    const { counts } = aggregatesOf(roundMaterial(programmeFixture(CALENDAR_2019), 'tiekartta-2019'), 112);
    expect(counts).toEqual({
      inUse: 150,
      inDevelopment: 74,
      inUseWithTotal: 90,
      inUseWithSplit: 81,
      transactions: 8_100_000,
      electronicTransactions: 6_561_000,
      previousServices: 112,
    });
  });

  it('are of the state, but for building permits of municipalities', () => {
    const figures = aggregatesOf(roundMaterial(programmeFixture(CALENDAR_2019), 'tiekartta-2019'));
    expect(figures.municipal.authorities).toBe(6);
    expect(figures.state.authorities).toBe(34);
    expect(figures.municipal.services + figures.state.services).toBe(224);
    expect(figures.municipalBuildingPermitsOnly).toBe(true);
    expect(figures.growth).toBeUndefined();
  });
});

describe('the electronic share', () => {
  it('weighs transactions, not services: 40.2 % and not 80.0 %', () => {
    const services = Array.from({ length: 81 }, (_, at) => offeringService(`s${at}`, [['BUSINESS', 'IN_USE']]));
    const volumes = services.map(({ id }, at) =>
      at < 80
        ? aVolume(id, { total: 100_000, split: { electronic: 81_000, paper: 19_000 } })
        : aVolume(id, { total: 8_100_000, split: { paper: 8_100_000 } }),
    );
    const figures = aggregatesOf(roundMaterial({ services, volumes }));
    expect(figures.electronicSharePct).toBe(40.2);
    expect(figures.unweightedElectronicSharePct).toBe(80);
    expect(figures.counts).toMatchObject({ electronicTransactions: 6_480_000, transactions: 16_100_000 });
  });

  it('leaves out a split that does not sum, and keeps its total (TR-09)', () => {
    const services = [offeringService('a', [['PERSON', 'IN_USE']])];
    const volumes = [aVolume('a', { total: 100_000, split: { electronic: 99_999 } })];
    const figures = aggregatesOf(roundMaterial({ services, volumes }));
    expect(figures).toMatchObject({ volumeReportedPct: 100, splitReportedPct: 0 });
    expect(figures.electronicSharePct).toBeUndefined();
  });
});

describe('the figures of a round', () => {
  const services = [
    offeringService('a', [
      ['PERSON', 'IN_USE'],
      ['BUSINESS', 'IN_DEVELOPMENT'],
    ]),
    offeringService('b', [['BUSINESS', 'IN_USE']], { organisationId: 'two' }),
    offeringService('c', [['BUSINESS', 'PLANNED']]),
    offeringService('d', [['PERSON', 'IN_USE']], { surveyRounds: ['another'] }),
    offeringService('e', [['PERSON', 'IN_USE']], { surveyRounds: ['another', 'round'] }),
    offeringService('f', [['BUSINESS', 'IN_USE']], { apiOnly: true, organisationId: 'three' }),
  ];

  it('are those of another round when it is another, invented one', () => {
    const volumes = [aVolume('a', { total: 30 }), aVolume('e', { total: 9, split: { electronic: 3, phone: 6 } })];
    expect(aggregatesOf(roundMaterial({ services, volumes }), 3)).toMatchObject({
      authorities: 2,
      services: 4,
      businessInUse: 1,
      businessInDevelopment: 1,
      personInUse: 2,
      personInDevelopment: 0,
      volumeReportedPct: 66.7,
      splitReportedPct: 33.3,
      electronicSharePct: 33.3,
      apiOnly: 1,
      growth: 1.3,
    });
  });

  it('count services by interface where the round says so', () => {
    const material = roundMaterial({ services });
    const counting = { ...material, round: { ...material.round, apiOnlyIncluded: true } };
    expect(aggregatesOf(counting)).toMatchObject({ authorities: 3, services: 5, businessInUse: 2, apiOnly: 1 });
    expect(servicesCounted(counting)).toBe(5);
  });

  it('of nothing are no shares', () => {
    const { volumeReportedPct, electronicSharePct, ...figures } = aggregatesOf(roundMaterial({}));
    expect([volumeReportedPct, electronicSharePct]).toEqual([undefined, undefined]);
    expect(figures).toMatchObject({ authorities: 0, services: 0 });
  });
});

describe('the transactions of a service', () => {
  const services = [offeringService('a', [['PERSON', 'IN_USE']])];
  const share = (...volumes: ReturnType<typeof aVolume>[]) =>
    aggregatesOf(roundMaterial({ services, volumes })).counts.electronicTransactions;
  const of = (electronic: number, more: object = {}) =>
    aVolume('a', { total: 100, split: { electronic, paper: 100 - electronic }, ...more });

  it('are those of the latest year not after the round', () => {
    expect(share(of(10, { year: 2016 }), of(20, { year: 2018 }), of(90, { year: 2020 }))).toBe(20);
    expect(share(of(30, { year: 2019 }), of(20, { year: 2018 }))).toBe(30);
  });

  it('are those of a year with a total', () => {
    expect(share(of(10, { year: 2016 }), aVolume('a', { year: 2018 }))).toBe(10);
  });

  it('are those of everybody, or else the sum of the groups', () => {
    const groups = [of(10, { targetGroup: 'PERSON' }), of(20, { targetGroup: 'BUSINESS' })];
    expect(share(...groups)).toBe(30);
    expect(share(...groups, of(50))).toBe(50);
    expect(share(of(1, { sizeClass: '1-9' }), of(2, { sizeClass: '10-49' }))).toBe(3);
  });
});
