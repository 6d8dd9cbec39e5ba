import { describe, expect, it } from 'vitest';
import { overlapsOf } from '#shared/domain/compliance/mobile-overlap';
import { isVisible, ownDataOf } from '#shared/domain/compliance/own-data';
import { PRICING_RULES } from '#shared/domain/pricing/rules';
import { reportContent } from '#shared/domain/programme/report';
import { BUILDERS } from '#shared/flow/programme/builders';
import { calendarDate } from '#shared/kernel/time';
import { NOON } from '#test/builders/domain';
import { TENANT } from '#test/builders/messages';
import { appRow, organisationRow, programmeOf, serviceRow, tierRow } from '#test/builders/programme-compliance';

const LINK = 'https://vero.example.fi/omat-tiedot';

const GOOD_BOT = {
  handsOver: true,
  disclosesAutomation: true,
  contentCheckedOn: '2020-01-31',
  givesTranscript: true,
  owner: 'Asiakaspalvelu',
  decides: false,
};

const PROGRAMME = programmeOf({
  organisations: [
    organisationRow('vrk', { tenantId: TENANT, validTo: '2019-12-31' }),
    organisationRow('dvv', { validFrom: '2020-01-01', successorOf: ['vrk'] }),
    organisationRow('vero', {
      ownData: {
        requestUrl: LINK,
        instructions: { fi: 'Kirjaudu ja pyydä.' },
        channels: ['OWN_ESERVICE'],
        answeredInDays: 31,
      },
    }),
    organisationRow('vm', { roles: ['MINISTRY'] }),
  ],
  services: [
    serviceRow('a', { guidanceChannels: ['EMAIL', 'WEB_FORM'] }),
    serviceRow('b', { guidanceChannels: ['EMAIL', 'PHONE'], bot: { ...GOOD_BOT, decides: true } }),
    serviceRow('page', { type: 'INFORMATION' }),
    serviceRow('gone', { offerings: [{ targetGroup: 'PERSON', status: 'RETIRED' }] }),
    serviceRow('old', { organisationId: 'vrk' }),
  ],
  'pricing-tiers': [
    tierRow('t1', { serviceId: 'b', channel: 'ELECTRONIC', fee: 0, fullCost: 1 }),
    tierRow('t2', { serviceId: 'b', channel: 'PAPER', fee: 10, fullCost: 10 }),
    tierRow('t3', { serviceId: 'b', channel: 'PAPER', fee: 0, fullCost: 10, validFrom: '2031-01-01' }),
  ],
  'mobile-apps': [
    appRow('m1', { organisationId: 'vero', serviceId: 'a', appId: 'fi.vero.one', name: 'Yksi', purpose: 'INFO' }),
    appRow('m2', { organisationId: 'vero', serviceId: 'a', appId: 'fi.vero.two', purpose: 'INFO' }),
  ],
});

function built(organisationId?: string) {
  const content = BUILDERS.R11(
    {
      kind: 'R11',
      period: '2020-H1',
      from: calendarDate.parse('2020-01-01'),
      to: calendarDate.parse('2020-06-30'),
      dueAt: NOON,
      receivers: [],
      organisationId,
    },
    { programme: PROGRAMME, traffic: [], overdue: new Map([[TENANT, 3]]) },
  );
  return reportContent.parse(content);
}
const rowsOf = (id: string, organisationId?: string) =>
  built(organisationId).sections.find((section) => section.id === id)?.table.rows ?? [];

describe('the report on guidance, fees and own data', () => {
  it('lists every authority of the day, with its predecessors’ services', () => {
    expect(rowsOf('authorities')).toMatchObject([
      { authority: { fi: 'dvv' }, services: 1, unguided: 1, ownDataVisible: false, overdueRequests: 3 },
      {
        authority: { fi: 'vero' },
        services: 2,
        unguided: 1,
        blocks: 1,
        warnings: 1,
        ownDataVisible: true,
        overdueRequests: 0,
        overlaps: 2,
      },
    ]);
  });

  it('names services that have only e-mail and forms to ask by (REQ-081)', () => {
    expect(rowsOf('guidance', 'vero')).toEqual([
      {
        authority: { fi: 'vero' },
        service: { fi: 'a' },
        channels: { fi: 'Sähköposti, verkkolomake', sv: 'E-post, webbformulär' },
      },
    ]);
  });

  it('names what bots lack: those that meet the checklist and services without one are not there', () => {
    expect(rowsOf('bots')).toEqual([
      {
        authority: { fi: 'vero' },
        service: { fi: 'b' },
        missing: {
          fi: 'Varmuus siitä, ettei botti tee päätöksiä',
          sv: 'Säkerhet om att boten inte fattar beslut',
        },
      },
    ]);
  });

  it('tells what is wrong with fees in force on the last day of the period', () => {
    expect(rowsOf('fees', 'vero')).toMatchObject([
      { service: { fi: 'b' }, level: 'BLOCK', code: 'FREE_ELECTRONIC_PAID_PAPER', basis: 'VM 2019' },
      { service: { fi: 'b' }, level: 'WARN', code: 'DIFFERENCE_ABOVE_LIMIT' },
    ]);
  });

  it('names every finding of fees in words', () => {
    const fees = built().sections.find(({ id }) => id === 'fees');
    const codes = fees?.table.columns.find(({ id }) => id === 'code')?.codes;
    expect(Object.keys(codes ?? {}).sort()).toEqual(Object.keys(PRICING_RULES).sort());
  });

  it('shows who has no link to ask for own data, and who answers late (REQ-159)', () => {
    expect(rowsOf('ownData')).toMatchObject([
      { requestUrl: null, instructions: false, channels: { fi: 'Viestit' }, isDefault: true, isLate: false },
      {
        requestUrl: LINK,
        instructions: true,
        channels: { fi: 'Oma asiointipalvelu' },
        answeredInDays: 31,
        isLate: true,
      },
    ]);
  });

  it('lists the applications that overlap (REQ-167)', () => {
    expect(rowsOf('overlaps', 'vero')).toMatchObject([
      { kind: 'MANY_APPS', service: null, purpose: null, apps: 'Yksi, fi.vero.two' },
      { kind: 'SAME_PURPOSE', service: { fi: 'a' }, purpose: 'INFO' },
    ]);
  });

  it('of one authority tells of no other', () => {
    const { sections } = built('dvv');
    expect(sections.map(({ id }) => id)).toEqual(['totals', 'guidance', 'bots', 'fees', 'ownData', 'overlaps']);
    expect(JSON.stringify(sections)).not.toContain('vero');
    expect(built('dvv').title.fi).toBe('Neuvonta, maksut ja omat tiedot: dvv');
    expect(built().title.fi).toBe('Neuvonta, maksut ja omat tiedot');
  });

  it('sums up what is to be mended, each sum a bar', () => {
    expect(rowsOf('totals').map(({ finding, count }) => [finding, count])).toEqual([
      ['unguided', 2],
      ['poorBots', 1],
      ['blocks', 1],
      ['warnings', 1],
      ['ownDataHidden', 1],
      ['ownDataLate', 1],
      ['ownDataOverdue', 3],
      ['overlaps', 2],
    ]);
    expect(built().summary.fi).toContain('Havaintoja on 12, viranomaisia 2');
  });

  it('says everything in Finnish and Swedish', () => {
    const { title, summary, sections } = built();
    const texts = [
      title,
      summary,
      ...sections.flatMap(({ heading, notes = [], table }) => [
        heading,
        ...notes,
        ...table.columns.flatMap((column) => [column.heading, ...Object.values(column.codes ?? {})]),
      ]),
    ];
    expect(texts.filter(({ fi, sv }) => fi === '' || sv === undefined)).toEqual([]);
  });

  it('has a cell for every column of every row', () => {
    for (const { table } of built().sections)
      for (const row of table.rows) expect(Object.keys(row).sort()).toEqual(table.columns.map(({ id }) => id).sort());
  });
});

describe('own data', () => {
  it.each([
    [{}, false],
    [{ requestUrl: LINK }, false],
    [{ instructions: { fi: 'Näin pyydät.' } }, false],
    [{ requestUrl: LINK, instructions: { fi: 'Näin pyydät.' } }, true],
  ])('offered as %j is visible: %s', (ownData, expected) => {
    expect(isVisible(ownDataOf({ ownData }))).toBe(expected);
  });

  it('goes by messages where no channel is chosen (REQ-158)', () => {
    expect(ownDataOf({})).toMatchObject({ channels: ['MESSAGES'], isDefault: true, isLate: false });
    expect(ownDataOf({ ownData: { answeredInDays: 30 } }).isLate).toBe(false);
  });
});

describe('applications', () => {
  const app = (appId: string, fields: object = {}) =>
    appRow(appId, { organisationId: 'o', appId, purpose: 'INFO', ...fields });

  it('overlap where an authority has two, whatever they are for', () => {
    expect(overlapsOf([app('x', { purpose: 'LICENCE' }), app('y')])).toEqual([{ kind: 'MANY_APPS', apps: ['x', 'y'] }]);
    expect(overlapsOf([app('x')])).toEqual([]);
    expect(overlapsOf([])).toEqual([]);
  });

  it('are one where the same is entered for two services', () => {
    expect(overlapsOf([app('x', { serviceId: 's1' }), app('x', { serviceId: 's2' })])).toEqual([]);
  });

  it('of two purposes do not overlap in one service', () => {
    const kinds = overlapsOf([app('x', { serviceId: 's' }), app('y', { serviceId: 's', purpose: 'TRANSACTION' })]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['MANY_APPS']);
  });
});
