import { describe, expect, it } from 'vitest';
import { serviceId, tenantId } from '#shared/domain/message/ids';
import { SUPPRESSED, type Section, reportContent } from '#shared/domain/programme/report';
import type { Programme } from '#shared/domain/programme/programme';
import type { ReportKind } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import { monthsAfter } from '#shared/domain/traffic/month';
import type { Counts, ServiceMonth, StatuteMonth } from '#shared/domain/traffic/service-month';
import { BUILDERS } from '#shared/flow/programme/builders';
import { at, date, permitOf, programmeOf, townOf, townPlanOf } from '#test/builders/transition';

const TOWN = tenantId.parse('kaupunki');
const AGENCY = tenantId.parse('virasto-fi');
const PERMITS = serviceId.parse('luvat');

const PRICE = { product: 'LETTER', itemCents: 95, sheetCents: 5, vatPerMille: 240, validFrom: '2020-01-01' };

const programme = programmeOf(
  {
    organisations: [
      townOf(),
      { id: 'virasto', names: { fi: 'Esimerkkivirasto', sv: 'Exempelverket' }, type: 'STATE', tenantId: AGENCY },
      { id: 'ym', names: { fi: 'Ympäristöministeriö', sv: 'Miljöministeriet' }, type: 'STATE', roles: ['MINISTRY'] },
    ],
    services: [permitOf({ hubServices: [PERMITS] }), permitOf({ id: 'vain', legalBasisDigitalOnly: '1/2020' })],
    plans: [townPlanOf()],
    tariffs: [{ id: 'kirje', ...PRICE }],
    obstacles: [
      {
        id: 'e1',
        statute: '1/2000',
        section: '1 §',
        type: 'PAPER_ONLY_DELIVERY',
        responsibleMinistry: 'ym',
        services: ['rakennuslupa'],
      },
      { id: 'e2', statute: '1/2000', section: '§ 2', type: 'PAPER_SIGNATURE', state: 'BILL' },
      { id: 'e3', statute: 'Esimerkkilaki', type: 'OTHER' },
    ],
    volumes: [
      ...[2019, 2020].flatMap((year) =>
        [
          ['1-9', 100, 50],
          ['10-49', 60, 20],
        ].map(([sizeClass, paper, visit], i) => ({
          id: `v${year}${i}`,
          serviceId: 'rakennuslupa',
          year,
          sizeClass,
          total: 1000,
          split: {
            paper: Number(paper) * (2021 - year),
            visit,
            electronic: 1000 - Number(paper) * (2021 - year) - Number(visit),
          },
        })),
      ),
      { id: 'henkilot', serviceId: 'rakennuslupa', year: 2020, targetGroup: 'PERSON', total: 7, split: { paper: 7 } },
    ],
  },
  { calendar: { unitCosts: { electronic: 10, letter: 7, receiptLetter: 900 } } },
);

function monthOf(part: Partial<ServiceMonth> & { counts: Counts }): ServiceMonth {
  return { tenantId: TOWN, serviceId: PERMITS, month: '2020-07', group: 'BUSINESS', ...part };
}

const hit = (statute: string | undefined, hits: number, part: Partial<StatuteMonth> = {}): StatuteMonth => ({
  tenantId: TOWN,
  serviceId: PERMITS,
  month: '2020-07',
  statute,
  hits,
  ...part,
});

function build(
  kind: ReportKind,
  material: Partial<{ programme: Programme; traffic: ServiceMonth[]; statutes: StatuteMonth[] }>,
  part: Partial<ReportRequest> = {},
) {
  const request: ReportRequest = {
    kind,
    period: '2020-07',
    from: date('2020-07-01'),
    to: date('2020-07-31'),
    dueAt: at('2020-08-03T03:00:00.000Z'),
    receivers: [{ type: 'ministry' }],
    ...part,
  };
  const content = BUILDERS[kind](request, { programme, traffic: [], ...material });
  return reportContent.parse(content);
}

const sectionOf = (content: { sections: Section[] }, id: string) => {
  const found = content.sections.find((each) => each.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
};
const rowsOf = (content: { sections: Section[] }, id: string) => sectionOf(content, id).table.rows;

const QUARTER = { period: '2020-Q3', from: date('2020-07-01'), to: date('2020-09-30') };

describe('R6, obstacles in legislation', () => {
  it('shows 1 234 for a statute the hub was stopped by 1 234 times in the quarter (TR-20)', () => {
    const statutes = [
      hit('1/2000 § 1', 1000),
      hit('1/2000 § 1', 200, { month: '2020-08', serviceId: serviceId.parse('muu') }),
      hit('1/2000 § 1', 34, { month: '2020-09', tenantId: AGENCY }),
      hit('1/2000 § 1', 99, { month: '2020-06' }),
      hit('1/2000 § 1', 99, { month: '2020-10' }),
      hit('1/2000 § 2', 5),
    ];
    expect(rowsOf(build('R6', { statutes }, QUARTER), 'obstacles')).toMatchObject([
      {
        statute: '1/2000',
        section: '1 §',
        type: 'PAPER_ONLY_DELIVERY',
        services: 1,
        hits: 1234,
        ministry: { fi: 'Ympäristöministeriö' },
        state: 'IDENTIFIED',
      },
      { section: '§ 2', hits: 5, state: 'BILL' },
      { statute: 'Esimerkkilaki', hits: 0 },
    ]);
  });

  it('counts a message without a section to every row of its statute, and one cited by name', () => {
    const rows = rowsOf(
      build('R6', { statutes: [hit('1/2000', 3), hit('esimerkkilaki § 5', 4)] }, QUARTER),
      'obstacles',
    );
    expect(rows.map(({ hits }) => hits)).toEqual([3, 3, 4]);
  });

  it('leaves no hit out: what nobody has entered stands below', () => {
    const content = build('R6', { statutes: [hit('7/2007', 2), hit(undefined, 1), hit('1/2000', 4)] }, QUARTER);
    expect(rowsOf(content, 'unlisted')).toEqual([
      { statute: null, services: 1, hits: 1 },
      { statute: '7/2007', services: 1, hits: 2 },
    ]);
    expect(content.summary.fi).toContain('7 viestiä');
  });

  it('is of one ministry where it is for one', () => {
    const content = build('R6', { statutes: [hit('1/2000 § 1', 4)] }, { ...QUARTER, organisationId: 'ym' });
    expect(rowsOf(content, 'obstacles')).toHaveLength(1);
    expect(content.sections).toHaveLength(1);
  });
});

describe('R8, channels and delivery', () => {
  const business = {
    deliveries: 10,
    electronic: 6,
    letter: 4,
    paperNoConsent: 3,
    paperStatute: 1,
    stored: 6,
    printedLetter: 4,
    withConsent: 6,
  };
  const people = { deliveries: 20, electronic: 17, letter: 3, paperNoConsent: 3, stored: 17, printedLetter: 3 };
  const traffic = [
    monthOf({ counts: business }),
    monthOf({ counts: people, group: 'PERSON' }),
    monthOf({
      counts: { deliveries: 2, letter: 2, paperPhase: 2 },
      tenantId: AGENCY,
      serviceId: serviceId.parse('muu'),
    }),
    monthOf({ counts: { deliveries: 99 }, month: '2020-06' }),
  ];

  it('tells the ministry of every authority by its name', () => {
    const content = build('R8', { traffic });
    expect(rowsOf(content, 'channels')).toMatchObject([
      {
        name: { fi: 'Esimerkkikaupunki' },
        group: 'BUSINESS',
        deliveries: 10,
        electronicSharePct: 60,
      },
      {
        name: { fi: 'Esimerkkikaupunki' },
        group: 'PERSON',
        deliveries: 20,
        letter: SUPPRESSED,
        electronicSharePct: null,
      },
      { name: { fi: 'Esimerkkivirasto', sv: 'Exempelverket' }, deliveries: 2, electronicSharePct: 0 },
    ]);
    expect(rowsOf(content, 'rates')[0]).toMatchObject({ group: 'BUSINESS', consentCoveragePct: 60 });
    expect(content.summary.fi).toContain('12 viestiä, joista 50 % sähköisesti');
  });

  it('tells what is still on paper and why, and what it cost', () => {
    const content = build('R8', { traffic });
    expect(rowsOf(content, 'paper')[0]).toMatchObject({ paperNoConsent: 3, paperStatute: 1, paperPhase: 0 });
    expect(rowsOf(content, 'costs')[0]).toMatchObject({ electronicCents: 60, letterCents: 400, totalCents: 460 });
    expect(rowsOf(content, 'costs')[1]).toMatchObject({ letterCents: null, totalCents: null });
  });

  it('tells an authority of its own services only, against its target dates', () => {
    const content = build('R8', { traffic }, { organisationId: 'kaupunki' });
    expect(content.title.sv).toContain('Exempelstad');
    expect(rowsOf(content, 'channels')).toMatchObject([
      { name: { fi: 'Rakennuslupa' }, group: 'BUSINESS', deliveries: 10 },
      { name: { fi: 'Rakennuslupa' }, group: 'PERSON' },
    ]);
    expect(rowsOf(content, 'targets')).toMatchObject([{ targetDate: '2022-06-30', verdict: 'NOT_KNOWN' }]);
  });

  it('tells of those whose work an authority carries on together with it, from its first day on', () => {
    const merged = programmeOf({
      organisations: [
        townOf({ validTo: '2020-06-30' }),
        townOf({ id: 'virasto', tenantId: AGENCY, validTo: '2020-06-30' }),
        townOf({
          id: 'uusi',
          names: { fi: 'Uusikylä' },
          validFrom: '2020-07-01',
          successorOf: ['kaupunki', 'virasto'],
        }),
      ],
    });
    const of = (part: object) => rowsOf(build('R8', { traffic, programme: merged }, part), 'channels');
    expect(of({ organisationId: 'uusi' }).map(({ deliveries }) => deliveries)).toEqual([10, 20, 2]);
    expect(of({}).map(({ name, deliveries }) => [name, deliveries])).toEqual([
      [{ fi: 'Uusikylä' }, 12],
      [{ fi: 'Uusikylä' }, 20],
    ]);
    expect(of({ from: date('2020-06-01'), to: date('2020-06-30'), organisationId: 'uusi' })).toEqual([]);
  });

  it('tells where the share is heading once there are six months', () => {
    const rising = Array.from({ length: 12 }, (_, i) =>
      monthOf({
        month: monthsAfter('2019-08', i),
        counts: { deliveries: 100, electronic: 40 + 2 * i, letter: 60 - 2 * i },
      }),
    );
    const trend = sectionOf(build('R8', { traffic: rising }, { organisationId: 'kaupunki' }), 'trend');
    expect(trend.table.rows).toHaveLength(12);
    expect(trend.notes?.map(({ fi }) => fi).join(' ')).toMatch(
      /2 prosenttiyksikköä kuukaudessa.*saavuttaa 100 prosenttia helmikuussa 2022.*erehtynyt/u,
    );
    const few = sectionOf(build('R8', { traffic: rising.slice(-3) }), 'trend');
    expect(few.notes?.[0]?.fi).toContain('alle kuusi');
    const content = build('R8', { traffic: rising }, { organisationId: 'kaupunki' });
    expect(rowsOf(content, 'targets')).toMatchObject([{ ground: 'TREND', verdict: 'IN_TIME' }]);
  });

  it('is made of nothing too', () => {
    expect(build('R8', {}).summary.fi).toContain('ei lähetetty');
  });
});

describe('R9, effects on businesses', () => {
  const HALF = { period: '2020-H2', from: date('2020-07-01'), to: date('2020-12-31') };

  it('tells paper and visits by year, with their change', () => {
    // 2019: (100 + 60) * 2 paper + 70 visits = 390; 2020: 160 + 70 = 230.
    const content = build('R9', {}, HALF);
    expect(rowsOf(content, 'years')).toMatchObject([
      { year: '2019', total: 2000, paper: 320, visit: 70, paperAndVisits: 390, changePct: null, comparedWith: null },
      { year: '2020', total: 2000, paper: 160, visit: 70, paperAndVisits: 230, changePct: -41, comparedWith: '2019' },
    ]);
    expect(content.summary.fi).toContain('2020 yhteensä 230 (\u221241\u00A0% vuodesta 2019)');
    expect(content.summary.fi).toContain('Vain digitaalisia yrityspalveluja on 1');
  });

  it('tells them by size, the small ones first', () => {
    expect(rowsOf(build('R9', {}, HALF), 'sizes').map(({ sizeClass, year }) => [sizeClass, year])).toEqual([
      ['1-9', '2019'],
      ['1-9', '2020'],
      ['10-49', '2019'],
      ['10-49', '2020'],
    ]);
  });

  it('tells the hub’s messages to businesses, month by month', () => {
    const traffic = [
      monthOf({ counts: { deliveries: 4, electronic: 3, letter: 1 } }),
      monthOf({ counts: { deliveries: 9 }, group: 'PERSON' }),
    ];
    expect(rowsOf(build('R9', { traffic }, HALF), 'messages')).toEqual([
      { month: '2020-07', deliveries: 4, electronic: 3, letters: 1, electronicSharePct: 75, obligationNotMet: 0 },
    ]);
  });

  it('tells reference values as what they are, with their source', () => {
    const section = sectionOf(build('R9', {}, HALF), 'supportNeeds');
    expect(section.table.rows.map(({ value }) => value)).toMatchObject([{ fi: '15 %' }, { fi: '19 %' }, {}, {}]);
    expect(section.notes?.[0]?.fi).toContain('viitearvoja');
  });
});

describe.each(['R6', 'R8', 'R9'] as const)('%s', (kind) => {
  const content = build(kind, {
    traffic: [monthOf({ counts: { deliveries: 1, letter: 1 } })],
    statutes: [hit('9/2009', 1)],
  });

  it('has a cell for every column and every word in Swedish', () => {
    expect(content.title.sv).toBeDefined();
    expect(content.summary.sv).toBeDefined();
    for (const { heading, notes = [], table } of content.sections) {
      expect(
        [heading, ...notes, ...table.columns.map((each) => each.heading)].filter(({ sv }) => sv === undefined),
      ).toEqual([]);
      for (const row of table.rows)
        expect(Object.keys(row)).toEqual(expect.arrayContaining(table.columns.map(({ id }) => id)));
    }
  });

  it('draws nothing that does not stand in the table beside it', () => {
    for (const { chart, table } of content.sections)
      for (const id of chart ? [chart.label, ...chart.series] : [])
        expect(table.columns.map((each) => each.id)).toContain(id);
  });

  it('says the same when it is made again', () => {
    expect(
      build(kind, { traffic: [monthOf({ counts: { deliveries: 1, letter: 1 } })], statutes: [hit('9/2009', 1)] }),
    ).toEqual(content);
  });
});
