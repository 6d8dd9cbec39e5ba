import { describe, expect, it } from 'vitest';
import { programmeFixture } from '#local/demo/programme/fixture';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { type ReportKind, reportContent } from '#shared/domain/programme/report';
import { BUILDERS } from '#shared/flow/programme/builders';
import { makeReadProgramme } from '#shared/flow/programme/read-programme';
import { calendarDate, instant } from '#shared/kernel/time';
import { importWorld } from '#test/builders/programme-import';

const DUE = instant.parse('2019-07-01T03:00:00.000Z');

async function contentOf(kind: ReportKind, body: object = programmeFixture(CALENDAR_2019), to = '2019-06-30') {
  const world = importWorld('2019-06-30T08:00:00.000Z');
  await world.json(body);
  const programme = await makeReadProgramme(world)(DUE);
  const [from, until] = [calendarDate.parse('2019-04-01'), calendarDate.parse(to)];
  const request = { kind, period: '2019-Q2', from, to: until, dueAt: DUE, receivers: [] };
  const content = BUILDERS[kind](request, { programme, traffic: [] });
  return reportContent.parse(content);
}

describe('the report on a survey round (R12)', () => {
  it('has the published figures in tables', async () => {
    const { summary, sections } = await contentOf('R12');
    expect(summary.fi).toBe(
      'Vuoden 2019 kyselyssä 40 viranomaista ilmoitti 224 palvelua. Asioinneista 81 % oli sähköisiä.',
    );
    const [services, transactions, shares, administration, answers] = sections;
    expect(services?.notes?.[0]?.fi).toBe('Palveluja oli 2-kertaisesti edelliseen kierrokseen (112) verrattuna.');
    expect(services?.table.rows.map(({ value }) => value).slice(0, 6)).toEqual([224, 122, 41, 104, 42, 20]);
    expect(transactions?.table.rows).toHaveLength(2);
    expect(shares?.table.rows.map(({ value }) => value)).toEqual([60, 54, 81, 81]);
    expect(administration?.table.rows.map(({ authorities }) => authorities)).toEqual([34, 6, 0, 40]);
    expect(answers?.table.rows).toHaveLength(244);
  });

  it('sets the round before beside it where that is on record', async () => {
    const body = {
      'survey-rounds': [
        { id: 'a', year: 2017 },
        { id: 'b', year: 2018, previousRound: { id: 'a' } },
      ],
      organisations: [{ id: 'o', names: { fi: 'O' }, type: 'STATE' }],
      services: ['x', 'y'].map((id, at) => ({
        id,
        organisationId: 'o',
        names: { fi: id },
        managementDecision: { date: '2017-01-01' },
        surveyRounds: at === 0 ? ['a', 'b'] : ['b'],
      })),
    };
    const [services] = (await contentOf('R12', body)).sections;
    expect(services?.table.rows[0]).toMatchObject({ value: 2, before: 1 });
    expect(services?.chart?.series).toEqual(['value', 'before']);
  });

  it('says so where no round has ended', async () => {
    expect(await contentOf('R12', {})).toMatchObject({ sections: [] });
  });
});

describe('the summary of self-assessments (R5)', () => {
  it('tells how many came in time, late and not at all', async () => {
    const [progress] = (await contentOf('R5')).sections;
    expect(progress?.table.rows.map(({ services }) => services)).toEqual([50, 0, 32]);
    const [later] = (await contentOf('R5', undefined, '2019-12-31')).sections;
    expect(later?.table.rows.map(({ services }) => services)).toEqual([50, 16, 16]);
  });

  it('tells averages by area, and no few of anybody', async () => {
    const { sections } = await contentOf('R5', {
      organisations: [{ id: 'o', names: { fi: 'O' }, type: 'STATE' }],
      services: [{ id: 's', organisationId: 'o', names: { fi: 'S' }, managementDecision: { date: '2019-01-01' } }],
      'self-assessments': [1, 2, 2, 3, 3, 3, 3, 3].map((security, at) => ({
        id: `a${at}`,
        serviceId: 's',
        cohort: '2019',
        completedAt: '2019-06-20',
        areas: { security, ...(at < 2 ? { support: 1 } : {}) },
      })),
    });
    const row = (area: string) => sections[1]?.table.rows.find((each) => JSON.stringify(each['area']).includes(area));
    expect(row('Turvallisuus')).toMatchObject({ average: 2.5, one: '<5', two: '<5', three: 5 });
    expect(row('Tuki')).toMatchObject({ average: '<5', one: '<5', two: 0 });
    expect(row('Ohjeet')).toMatchObject({ average: null, one: 0 });
    expect(sections[2]?.table.rows.every(({ average }) => average === null)).toBe(true);
  });
});
