import { describe, expect, it } from 'vitest';
import { followUpReport } from '#shared/domain/transition/reports/follow-up';
import { permitOf, programmeOf, requestOf, stepOf, townOf, townPlanOf } from '#test/builders/transition';

const offered = (id: string, differing: object = {}) => permitOf({ id, ...differing });
const plans = (id: string, targetDate: string) => ({ serviceId: id, targetGroup: 'BUSINESS', targetDate });

const PROGRAMME = programmeOf(
  {
    organisations: [
      townOf(),
      townOf({ id: 'pieni', names: { fi: 'Pikkukunta', sv: 'Lillkommun' }, population: 1200 }),
      townOf({ id: 'virasto', names: { fi: 'Virasto', sv: 'Verket' }, type: 'STATE' }),
      townOf({ id: 'keruu', roles: ['COLLECTOR'], type: 'OTHER' }),
      townOf({ id: 'lakannut', validTo: '2019-12-31' }),
    ],
    services: [
      offered('a'),
      offered('b', { coOwners: ['virasto'] }),
      offered('c', { organisationId: 'pieni', offerings: [{ targetGroup: 'BUSINESS', status: 'IN_DEVELOPMENT' }] }),
      offered('d', { organisationId: 'virasto', offerings: [{ targetGroup: 'PERSON', status: 'IN_USE' }] }),
    ],
    plans: [
      townPlanOf({
        offerings: [plans('a', '2021-03-31'), plans('b', '2021-11-30')],
        milestones: [
          { text: 'Chat', due: '2020-06-30', achievedOn: '2020-06-01' },
          { text: 'Lomakkeet', due: '2020-06-30', achievedOn: '2020-07-15' },
          { text: 'Ohjeet', due: '2020-06-30' },
          { text: 'Kaikki', due: '2021-12-31' },
        ],
      }),
      townPlanOf({ id: 'p-virasto', organisationId: 'virasto', offerings: [plans('b', '2023-02-01')] }),
    ],
    actions: [
      {
        id: 't1',
        planId: 'plan-kaupunki',
        text: 'Tuki',
        due: '2020-07-01',
        priority: 'DIGITAL_SUPPORT',
        owner: 'Tessa Testilä',
      },
      { id: 't2', planId: 'plan-kaupunki', text: 'Taksat', due: '2020-12-01', priority: 'LIGHTER_BURDEN' },
      { id: 't3', planId: 'plan-kaupunki', text: 'Muu', due: '2020-05-01', state: 'DONE' },
    ],
    dependencies: [
      {
        id: 'd1',
        names: { fi: 'Yritysvaltuudet', sv: 'Företagsfullmakter' },
        date: '2020-07-31',
        state: 'IN_DEVELOPMENT',
        owner: 'virasto',
      },
      { id: 'd2', names: { fi: 'Valmis palvelu', sv: 'Klar tjänst' }, date: '2020-01-31', state: 'READY' },
    ],
  },
  {
    steps: {
      'plan-kaupunki': [stepOf('SUBMITTED', '2020-06-01T09:00:00.000Z')],
      'p-virasto': [stepOf('SUBMITTED', '2020-06-01T09:00:00.000Z'), stepOf('ACCEPTED', '2020-06-20T09:00:00.000Z')],
    },
  },
);
const REPORT = followUpReport(requestOf('R1'), PROGRAMME);
const rowsOf = (id: string, report = REPORT) => report.sections.find((each) => each.id === id)?.table.rows ?? [];

describe('the follow-up of the transition', () => {
  it('counts the authorities that exist by the state of their plan', () => {
    const told = rowsOf('planStates').filter(({ authorities }) => authorities !== 0);
    expect(told).toEqual([
      { planState: 'MISSING', authorities: 1, share: 33.3 },
      { planState: 'SUBMITTED', authorities: 1, share: 33.3 },
      { planState: 'ACCEPTED', authorities: 1, share: 33.3 },
    ]);
  });

  it('tells states and municipalities apart, the small ones among them (REQ-204, REQ-217)', () => {
    expect(rowsOf('groups')).toEqual([
      { group: 'STATE', authorities: 1, late: 0, red: 1, amber: 0, green: 0 },
      { group: 'MUNICIPALITY', authorities: 2, late: 1, red: 2, amber: 0, green: 0 },
      { group: 'SMALL_MUNICIPALITY', authorities: 1, late: 1, red: 1, amber: 0, green: 0 },
    ]);
  });

  it('lists who is late, and how late', () => {
    expect(rowsOf('late')).toMatchObject([
      { organisationId: 'pieni', daysLate: 34, level: 3, smallMunicipality: true },
    ]);
  });

  it('gives each authority its colour and its reasons in both languages', () => {
    const [kaupunki] = rowsOf('authorities');
    expect(kaupunki).toMatchObject({ organisationId: 'kaupunki', rag: 'RED', services: 2 });
    expect(kaupunki?.['reasons']).toMatchObject({
      fi: expect.stringContaining('Välitavoite ”Ohjeet” (30.6.2020) on 34 päivää myöhässä.'),
      sv: expect.stringContaining('Delmålet ”Ohjeet” (30.6.2020) är 34 dagar försenat.'),
    });
  });

  it('holds intermediate goals against what was reached (REQ-194)', () => {
    expect(rowsOf('milestones')).toEqual([
      { until: '2020-12-31', milestones: 3, inTime: 1, afterwards: 1, missed: 1, ahead: 0 },
      { until: '2021-12-31', milestones: 1, inTime: 0, afterwards: 0, missed: 0, ahead: 1 },
    ]);
  });

  it('counts target dates by quarter, a shared service once by its latest date', () => {
    expect(rowsOf('forecast')).toHaveLength(9);
    expect(rowsOf('forecast').filter(({ offerings }) => offerings !== 0)).toEqual([
      { quarter: '2021-Q1', offerings: 1, cumulative: 1, cumulativeShare: 33.3 },
      { quarter: '2023-Q1', offerings: 1, cumulative: 2, cumulativeShare: 66.7 },
    ]);
    expect(REPORT.summary.fi).toBe(
      'Viranomaisia on 3 ja myöhässä olevia siirtymäsuunnitelmia 1. Suunnitelmien mukaan 33,3 % yrityspalveluista on vain digitaalisia 31.12.2022 mennessä.',
    );
    const notes = REPORT.sections.find(({ id }) => id === 'forecast')?.notes?.map(({ sv }) => sv);
    expect(notes?.[1]).toBe('Tjänster utan måldag: 1, tjänster med godkänt undantag: 0.');
  });

  it('tells how far the services to businesses are (REQ-221)', () => {
    expect(rowsOf('businessServices')).toEqual([
      { status: 'IN_USE', offerings: 2, share: 66.7 },
      { status: 'IN_DEVELOPMENT', offerings: 1, share: 33.3 },
      { status: 'PLANNED', offerings: 0, share: 0 },
    ]);
  });

  it('sorts actions by the four priorities and names nobody who answers for them (REQ-014)', () => {
    expect(rowsOf('priorities').filter(({ open, overdue, done }) => open !== 0 || overdue !== 0 || done !== 0)).toEqual(
      [
        { priority: 'DIGITAL_SUPPORT', open: 0, overdue: 1, done: 0 },
        { priority: 'LIGHTER_BURDEN', open: 1, overdue: 0, done: 0 },
        { priority: 'NONE', open: 0, overdue: 0, done: 1 },
      ],
    );
    expect(JSON.stringify(REPORT)).not.toContain('Testilä');
  });

  it('shows what is waited for from outside, late from the day after (REQ-212)', () => {
    expect(rowsOf('dependencies')).toMatchObject([
      { date: '2020-07-31', state: 'LATE', owner: { fi: 'Virasto' } },
      { state: 'READY' },
    ]);
  });

  it('says what days the papers also give, and when the transition ends (I-1, REQ-202)', () => {
    expect(rowsOf('dates').slice(0, 2)).toEqual([
      { meaning: 'PLAN_ALSO', day: '2020-06-20' },
      { meaning: 'PLAN', day: '2020-06-30' },
    ]);
    expect(rowsOf('dates')).toContainEqual({ meaning: 'TRANSITION_END', day: '2022-12-31' });
  });

  it('calls organisations by their names of its own period (TR-15)', () => {
    const programme = programmeOf({
      organisations: [
        { id: 'vrk', names: { fi: 'Väestörekisterikeskus' }, type: 'STATE', validTo: '2019-12-31' },
        {
          id: 'dvv',
          names: { fi: 'Digi- ja väestötietovirasto' },
          type: 'STATE',
          validFrom: '2020-01-01',
          successorOf: ['vrk'],
        },
      ],
    });
    const of2019 = requestOf('R1', { from: '2019-12-01', to: '2019-12-31', dueAt: '2020-01-02T04:00:00.000Z' });
    expect(rowsOf('authorities', followUpReport(of2019, programme))).toMatchObject([
      { organisation: { fi: 'Väestörekisterikeskus' } },
    ]);
    const of2021 = requestOf('R1', { from: '2021-01-01', to: '2021-01-31', dueAt: '2021-02-01T04:00:00.000Z' });
    expect(rowsOf('authorities', followUpReport(of2021, programme))).toMatchObject([
      { organisation: { fi: 'Digi- ja väestötietovirasto' } },
    ]);
  });

  it('of nobody says so', () => {
    const empty = followUpReport(requestOf('R1'), programmeOf({}));
    expect(empty.summary.fi).toBe(
      'Viranomaisia on 0 ja myöhässä olevia siirtymäsuunnitelmia 0. Yrityspalveluja ei ole ilmoitettu.',
    );
  });
});
