import { describe, expect, it } from 'vitest';
import { reportContent } from '#shared/domain/programme/report';
import { BUILDERS } from '#shared/flow/programme/builders';
import { permitOf, programmeOf, requestOf, stepOf, townOf } from '#test/builders/transition';

type Kind = 'R1' | 'R2' | 'R3' | 'R7' | 'R13';
const make = (kind: Kind, programme: ReturnType<typeof programmeOf>, differing: object = {}) => {
  const content = BUILDERS[kind](requestOf(kind, differing), { programme, traffic: [] });
  return reportContent.parse(content);
};
const rowsOf = (report: ReturnType<typeof make>, id: string) =>
  report.sections.find((each) => each.id === id)?.table.rows ?? [];

const MINISTRIES = [
  { id: 'vm', names: { fi: 'Valtiovarainministeriö', sv: 'Finansministeriet' }, type: 'STATE', roles: ['MINISTRY'] },
  { id: 'ym', names: { fi: 'Ympäristöministeriö', sv: 'Miljöministeriet' }, type: 'STATE', roles: ['MINISTRY'] },
];
const PROGRAMME = programmeOf(
  {
    organisations: [
      ...MINISTRIES,
      townOf({ ministryBranch: 'vm', population: 2000 }),
      townOf({ id: 'lupavirasto', names: { fi: 'Lupavirasto' }, type: 'STATE', ministryBranch: 'ym' }),
      townOf({ id: 'valmis', names: { fi: 'Valmis virasto' }, type: 'STATE', ministryBranch: 'ym' }),
    ],
    services: [permitOf(), permitOf({ id: 'pieni', names: { fi: 'Harvinainen lupa', sv: 'Sällsynt lov' } })],
    plans: [{ id: 'p1', organisationId: 'valmis' }],
    volumes: [
      { id: 'v1', serviceId: 'pieni', year: 2018, total: 9 },
      { id: 'v2', serviceId: 'pieni', year: 2019, total: 7 },
    ],
    exceptions: [
      {
        id: 'e1',
        organisationId: 'kaupunki',
        serviceId: 'pieni',
        targetGroup: 'BUSINESS',
        ground: 'LOW_VOLUME',
        decision: 'APPROVED',
        matter: 'Tessa Testilän asia',
        decidedBy: 'Tessa Testilä',
        reason: 'Testilä',
      },
      {
        id: 'e2',
        organisationId: 'lupavirasto',
        ground: 'PROLONGED_OUTAGE',
        decision: 'APPROVED',
        validFrom: '2020-07-31',
        validTo: '2020-12-31',
      },
      {
        id: 'e3',
        organisationId: 'lupavirasto',
        ground: 'PROLONGED_OUTAGE',
        decision: 'APPROVED',
        validTo: '2020-07-30',
      },
      { id: 'e4', organisationId: 'lupavirasto', ground: 'FOREIGN' },
    ],
    'follow-ups': [
      {
        id: 'f1',
        organisationId: 'lupavirasto',
        period: '2020-06',
        lastContactOn: '2020-06-15',
        measure: 'Sovitaan kokous',
      },
      { id: 'f2', organisationId: 'lupavirasto', period: '2020-07', lastContactOn: '2020-07-20' },
    ],
    circulars: [
      {
        id: 'c1',
        issuer: 'vm',
        names: { fi: 'Kirje ja ohje', sv: 'Brev och anvisning' },
        audience: ['kaupunki', 'lupavirasto', 'valmis'],
        sentAt: '2020-03-02T08:00:00.000Z',
        attachment: 'https://vm.example.fi/ohje',
        deliveries: [
          { organisationId: 'kaupunki', state: 'READ', on: '2020-03-03' },
          { organisationId: 'lupavirasto', state: 'FAILED' },
        ],
      },
      {
        id: 'c2',
        issuer: 'ym',
        names: { fi: 'Hallinnonalalle' },
        cascadeOf: 'c1',
        sentAt: '2020-03-09T08:00:00.000Z',
        deliveries: [{ organisationId: 'lupavirasto', state: 'SENT' }],
      },
      { id: 'c3', issuer: 'vm', names: { fi: 'Ensi vuoden kirje' }, sentAt: '2021-03-02T08:00:00.000Z' },
    ],
    'programme-items': [
      {
        id: 'i1',
        year: 2020,
        kind: 'PRIORITY',
        priority: 'DIGITAL_SUPPORT',
        names: { fi: 'Digituen verkosto', sv: 'Nätverk' },
        state: 'DONE',
      },
      {
        id: 'i2',
        year: 2020,
        kind: 'EVENT',
        names: { fi: 'Verkostotapaaminen', sv: 'Nätverksmöte' },
        on: '2020-04-15',
      },
      {
        id: 'i3',
        year: 2020,
        kind: 'NEED',
        priority: 'ACT_IMPLEMENTATION',
        names: { fi: 'Järjestämisvelvoitteen harkinta', sv: 'Skyldighet att ordna' },
        state: 'OPEN',
      },
      { id: 'i4', year: 2021, kind: 'NEWS', names: { fi: 'Ensi vuonna' } },
    ],
  },
  { steps: { p1: [stepOf('SUBMITTED', '2020-06-01T09:00:00.000Z')] } },
);

describe('the report on escalation', () => {
  const LATE = { from: '2020-07-14', to: '2020-07-14', dueAt: '2020-07-14T03:00:00.000Z' };

  it('lists for the steering group all that are late, with the last contact and what is proposed (REQ-199)', () => {
    expect(rowsOf(make('R3', PROGRAMME, LATE), 'late')).toMatchObject([
      {
        level: 2,
        organisationId: 'kaupunki',
        ministry: { sv: 'Finansministeriet' },
        smallMunicipality: true,
        lastContactOn: null,
        measure: { fi: 'Ministeriö sopii viranomaisen johdon kanssa uuden aikataulun.' },
      },
      {
        level: 2,
        organisationId: 'lupavirasto',
        daysLate: 14,
        planState: 'MISSING',
        lastContactOn: '2020-07-20',
        measure: { fi: 'Sovitaan kokous' },
      },
    ]);
  });

  it('gives the ministry of a branch its own authorities only', () => {
    const report = make('R3', PROGRAMME, { ...LATE, organisationId: 'ym' });
    expect(rowsOf(report, 'late').map(({ organisationId }) => organisationId)).toEqual(['lupavirasto']);
    expect(rowsOf(report, 'levels')).toEqual([
      { level: 1, days: 1, to: 'AUTHORITY', authorities: 0 },
      { level: 2, days: 14, to: 'MINISTRY', authorities: 1 },
      { level: 3, days: 30, to: 'STEERING_GROUP', authorities: 0 },
    ]);
    expect(report.summary.fi).toBe('Myöhässä olevia suunnitelmia on 1, korkein eskalaatiotaso 2.');
  });

  it('says when nobody is late', () => {
    const before = { from: '2020-06-30', to: '2020-06-30', dueAt: '2020-06-30T03:00:00.000Z' };
    expect(make('R3', PROGRAMME, before).summary.fi).toBe('Yhtään suunnitelmaa ei ole myöhässä.');
  });
});

describe('the report on exceptions', () => {
  const report = make('R7', PROGRAMME);

  it('counts them by ground and by what is in force on the last day (REQ-171, REQ-180)', () => {
    expect(rowsOf(report, 'grounds')).toMatchObject([
      { ground: 'PROLONGED_OUTAGE', approved: 2, inForce: 1, allowed: true },
      { ground: 'INDIVIDUAL_REASON', approved: 0, inForce: 0 },
      { ground: 'FOREIGN', proposed: 1, inForce: 0 },
      { ground: 'LOW_VOLUME', approved: 1, inForce: 0, allowed: false },
    ]);
  });

  it('lists services of low volume as candidates that are not allowed (TR-11)', () => {
    expect(rowsOf(report, 'lowVolume')).toEqual([
      {
        organisation: { fi: 'Esimerkkikaupunki', sv: 'Exempelstad' },
        service: { fi: 'Harvinainen lupa', sv: 'Sällsynt lov' },
        group: 'BUSINESS',
        year: '2019',
        volume: 7,
        targetDate: null,
      },
    ]);
    expect(report.summary.fi).toContain('Pienen asiointimäärän perusteella ehdotettuja, joita ei hyväksytä, on 1.');
  });

  it('tells nothing of the persons a matter concerns, nor who decided', () => {
    expect(JSON.stringify(report)).not.toContain('Testilä');
  });
});

describe('the annual plan of the programme', () => {
  const report = make('R13', PROGRAMME, { from: '2020-01-01', to: '2020-12-31', dueAt: '2020-03-31T03:00:00.000Z' });

  it('tells the year’s items by the four priorities, needs that are followed and events among them (REQ-014, REQ-188)', () => {
    expect(rowsOf(report, 'items').map(({ kind, priority }) => [kind, priority])).toEqual([
      ['PRIORITY', 'DIGITAL_SUPPORT'],
      ['NEED', 'ACT_IMPLEMENTATION'],
      ['EVENT', 'NONE'],
    ]);
    expect(rowsOf(report, 'priorities')).toContainEqual({ priority: 'DIGITAL_SUPPORT', open: 0, done: 1 });
    expect(rowsOf(report, 'calendar').map(({ date }) => date)).toContain('2020-04-15');
  });

  it('tells who has got the letter, and who passed it on (REQ-013)', () => {
    expect(rowsOf(report, 'circulars')).toMatchObject([
      { issuer: { fi: 'Valtiovarainministeriö' }, sentOn: '2020-03-02', audience: 3, reached: 1, failed: 1 },
      { passesOn: { sv: 'Brev och anvisning' }, audience: 1, reached: 0 },
    ]);
    expect(rowsOf(report, 'receivers').map(({ organisationId, state }) => [organisationId, state])).toEqual([
      ['kaupunki', 'READ'],
      ['lupavirasto', 'FAILED'],
      ['valmis', 'NOT_SENT'],
      ['lupavirasto', 'SENT'],
    ]);
    expect(report.summary.fi).toBe(
      'Vuoden 2020 suunnitelmassa on 3 kohtaa. Lähetettyjä kirjeitä on 2. Viranomaisia on 3, ja niistä kirjeen on saanut 1.',
    );
  });
});

describe('every report of the transition', () => {
  it.each<Kind>(['R1', 'R2', 'R3', 'R7', 'R13'])('%s speaks Swedish too and leaves no cell out', (kind) => {
    const report = make(kind, PROGRAMME, { organisationId: kind === 'R2' ? 'kaupunki' : undefined });
    expect([report.title.sv, report.summary.sv]).not.toContain(undefined);
    for (const { heading, notes = [], table, chart } of report.sections) {
      const names = table.columns.map(({ id }) => id);
      expect(names).toEqual(expect.arrayContaining(chart ? [chart.label, ...chart.series] : []));
      const codes = table.columns.flatMap((column) => Object.values(column.codes ?? {}));
      const said = [heading, ...notes, ...table.columns.map((column) => column.heading), ...codes];
      expect(said.map(({ sv }) => sv)).not.toContain(undefined);
      for (const row of table.rows) expect(Object.keys(row).toSorted()).toEqual(names.toSorted());
    }
  });

  it.each<Kind>(['R1', 'R2', 'R3', 'R7', 'R13'])('%s explains every code it uses', (kind) => {
    const report = make(kind, PROGRAMME, { organisationId: kind === 'R2' ? 'kaupunki' : undefined });
    for (const { table } of report.sections) {
      for (const { id, codes = {} } of table.columns.filter(({ type }) => type === 'code')) {
        const used = table.rows.map((row) => row[id]).filter((code) => code !== null);
        expect(Object.keys(codes)).toEqual(expect.arrayContaining(used));
      }
    }
  });

  it.each<Kind>(['R1', 'R3', 'R7', 'R13'])('%s is the same in whichever order its rows come', (kind) => {
    const { rows } = PROGRAMME;
    const turned = {
      ...PROGRAMME,
      rows: {
        ...rows,
        organisations: rows.organisations.toReversed(),
        services: rows.services.toReversed(),
        exceptions: rows.exceptions.toReversed(),
        circulars: rows.circulars.toReversed(),
        'follow-ups': rows['follow-ups'].toReversed(),
        'programme-items': rows['programme-items'].toReversed(),
      },
    };
    expect(make(kind, turned)).toEqual(make(kind, PROGRAMME));
  });
});
