import { describe, expect, it } from 'vitest';
import { toDoReport } from '#shared/domain/transition/reports/to-do';
import { permitOf, programmeOf, requestOf, stepOf, townOf, townPlanOf } from '#test/builders/transition';

const WEEK = { from: '2020-03-30', to: '2020-04-05', dueAt: '2020-03-30T03:00:00.000Z', organisationId: 'kaupunki' };
const request = (differing: object = {}) => requestOf('R2', { ...WEEK, ...differing });
const rowsOf = (report: ReturnType<typeof toDoReport>, id: string) =>
  report.sections.find((each) => each.id === id)?.table.rows ?? [];

const KNOWN = {
  ptvId: '00000000-0000-4000-8000-000000000001',
  guidanceChannels: ['PHONE'],
  supportForms: ['phone'],
};
const VOLUME = { id: 'v1', serviceId: 'rakennuslupa', year: 2019, total: 100, split: { electronic: 80, paper: 20 } };
const ASSESSED = { id: 's1', serviceId: 'rakennuslupa', completedAt: '2019-05-01' };
const ASKED = { ownData: { requestUrl: 'https://kaupunki.example.fi/omat-tiedot' } };
const WHOLE = {
  phases: [{ text: 'Vaihe 1' }],
  milestones: [{ text: 'Chat', due: '2020-12-31' }],
  resources: 'Kaksi henkilötyövuotta',
  feeTiers: ['f1'],
  businessInvolvement: 'Yrityspaneeli',
  onceOnly: 'Tiedot rekisteristä',
  burdenReduction: { text: 'Vähemmän lomakkeita' },
};

const rows = (differing: { town?: object; service?: object; plan?: object } = {}) => ({
  organisations: [townOf({ ...ASKED, ...differing.town })],
  services: [permitOf({ ...KNOWN, ...differing.service })],
  plans: [townPlanOf({ ...WHOLE, ...differing.plan })],
  volumes: [VOLUME],
  'self-assessments': [ASSESSED],
});
const HANDED_IN = { steps: { 'plan-kaupunki': [stepOf('SUBMITTED', '2020-03-02T09:00:00.000Z')] } };

describe('the list of what an authority has to do', () => {
  it('is empty for one that has done everything', () => {
    const report = toDoReport(request(), programmeOf(rows(), HANDED_IN));
    expect(report.sections.slice(1).flatMap(({ table }) => table.rows)).toEqual([]);
    expect(rowsOf(report, 'standing')).toMatchObject([
      { planState: 'SUBMITTED', rag: 'GREEN', nextDeadline: 'MILESTONE', day: '2020-12-31' },
    ]);
  });

  it('begins with the plan where there is none, and says how many days are left', () => {
    const report = toDoReport(request(), programmeOf({ ...rows(), plans: [] }));
    expect(rowsOf(report, 'planGaps')).toMatchObject([
      { part: 'PLAN', required: true },
      { part: 'OFFERING_WITHOUT_TARGET', service: { fi: 'Rakennuslupa' }, group: 'BUSINESS' },
      { part: 'OBSTACLES_NOT_TOLD' },
    ]);
    expect(report.summary).toEqual({
      fi: 'Seuraava määräaika: siirtymäsuunnitelma 30.6.2020, jäljellä 92 päivää. Puuttuvia suunnitelman osia 3, myöhässä olevia toimenpiteitä ja välitavoitteita 0, tekemättömiä itsearviointeja 0, puutteita palvelujen tiedoissa 0.',
      sv: 'Nästa tidsfrist: övergångsplanen 30.6.2020, 92 dagar kvar. Delar som saknas i planen 3, försenade åtgärder och delmål 0, ogjorda självvärderingar 0, brister i tjänsternas uppgifter 0.',
    });
  });

  it('asks for what makes a plan better and does not require it', () => {
    const bare = rows({ plan: { milestones: [], feeTiers: [], onceOnly: undefined } });
    expect(rowsOf(toDoReport(request(), programmeOf(bare, HANDED_IN)), 'planGaps')).toMatchObject([
      { part: 'MILESTONES', required: false },
      { part: 'FEE_TIERS', required: false },
      { part: 'ONCE_ONLY', required: false },
    ]);
  });

  it('names actions and goals that are overdue, and never who answers for them', () => {
    const overdue = {
      ...rows({ plan: { milestones: [{ text: 'Chat', due: '2020-03-28' }] } }),
      actions: [{ id: 't1', planId: 'plan-kaupunki', text: 'Ohjeet', due: '2020-03-29', owner: 'Tessa Testilä' }],
    };
    const report = toDoReport(request(), programmeOf(overdue, HANDED_IN));
    expect(rowsOf(report, 'overdue')).toEqual([
      { kind: 'ACTION', text: 'Ohjeet', due: '2020-03-29', daysLate: 1 },
      { kind: 'MILESTONE', text: 'Chat', due: '2020-03-28', daysLate: 2 },
    ]);
    expect(JSON.stringify(report)).not.toContain('Testilä');
  });

  it.each([
    ['the id of the catalogue', { ptvId: undefined }, ['PTV_ID']],
    ['a primary channel of guidance', { guidanceChannels: ['EMAIL'] }, ['GUIDANCE']],
    ['forms of support', { supportForms: [] }, ['SUPPORT_FORMS']],
  ])('names a service without %s', (_, service, gaps) => {
    const report = toDoReport(request(), programmeOf(rows({ service }), HANDED_IN));
    expect(rowsOf(report, 'registerGaps')).toEqual(
      gaps.map((gap) => ({ gap, service: { fi: 'Rakennuslupa', sv: 'Bygglov' }, serviceId: 'rakennuslupa' })),
    );
  });

  it.each([
    ['without a volume', [], ['VOLUME']],
    ['with an old volume only', [{ ...VOLUME, year: 2017 }], ['VOLUME']],
    ['with a volume and no split', [{ ...VOLUME, split: undefined }], ['SPLIT']],
    [
      'with both, in two rows',
      [
        { ...VOLUME, split: undefined },
        { ...VOLUME, id: 'v2', year: 2018 },
      ],
      [],
    ],
  ])('names a service in use %s', (_, volumes, gaps) => {
    const report = toDoReport(request(), programmeOf({ ...rows(), volumes }, HANDED_IN));
    expect(rowsOf(report, 'registerGaps').map(({ gap }) => gap)).toEqual(gaps);
  });

  it('names a missing link to own data', () => {
    const report = toDoReport(request(), programmeOf(rows({ town: { ownData: undefined } }), HANDED_IN));
    expect(rowsOf(report, 'registerGaps')).toEqual([{ gap: 'OWN_DATA_LINK', service: null, serviceId: null }]);
  });

  it.each([
    ['of the cohort by its day', { proposedAt: '2019-03-20', cohort: '2019' }, '2019-06-20', true],
    ['by its proposal', { proposedAt: '2020-01-15' }, '2020-04-15', false],
    ['of unknown day', {}, null, false],
  ])('names a self-assessment %s', (_, assessment, dueOn, overdue) => {
    const open = { ...rows(), 'self-assessments': [{ id: 's1', serviceId: 'rakennuslupa', ...assessment }] };
    const report = toDoReport(request(), programmeOf(open, HANDED_IN));
    expect(rowsOf(report, 'selfAssessments')).toMatchObject([{ dueOn, overdue }]);
  });

  it('does not take an assessment by customers for one’s own, nor one of tomorrow for done', () => {
    const others = [
      { ...ASSESSED, by: 'CUSTOMER' },
      { ...ASSESSED, id: 's2', completedAt: '2020-03-31' },
    ];
    const report = toDoReport(
      request(),
      programmeOf({ ...rows({ service: { proposedAt: '2020-03-01' } }), 'self-assessments': others }, HANDED_IN),
    );
    expect(rowsOf(report, 'selfAssessments')).toMatchObject([{ dueOn: '2020-06-01' }]);
  });

  it('says on the day after the deadline that the plan is late, to a small town with a hint (TR-02, TR-19)', () => {
    const late = request({ from: '2020-07-01', to: '2020-07-01', dueAt: '2020-07-01T03:00:00.000Z' });
    const programme = programmeOf({ ...rows({ town: { population: 900 } }), plans: [] });
    const report = toDoReport(late, programme);
    expect(report.summary.fi).toMatch(
      /^Siirtymäsuunnitelma on päivän myöhässä\. Seuraava määräaika: vuosittaiset välitavoitteet 31\.12\.2020/,
    );
    expect(report.summary.fi).toMatch(/toteuttamista yhdessä muiden viranomaisten kanssa\.$/);
    expect(report.summary.sv).toMatch(/^Övergångsplanen är en dag försenad\./);
  });

  it('says once the transition is over that it is, and what is still missing', () => {
    const now = request({ from: '2026-11-23', to: '2026-11-29', dueAt: '2026-11-23T04:00:00.000Z' });
    const report = toDoReport(now, programmeOf({ ...rows(), plans: [] }));
    expect(report.summary.fi).toContain('Siirtymäaika on päättynyt.');
    expect(rowsOf(report, 'standing')).toMatchObject([{ planState: 'MISSING', nextDeadline: null, daysLeft: null }]);
  });

  it('is made of an organisation that exists', () => {
    expect(() => toDoReport(request({ organisationId: 'kadonnut' }), programmeOf({}))).toThrow(/kadonnut/);
  });
});
