import { describe, expect, it } from 'vitest';
import { ofAuthorities, someAuthorities } from '#local/demo/programme/fewer';
import { programmeFixture, roundIdOf } from '#local/demo/programme/fixture';
import { daysOf } from '#local/demo/programme/rows';
import { secondRound } from '#local/demo/programme/second-round';
import { SUPPORT } from '#local/demo/programme/support';
import { roadmapFiles } from '#local/demo/show/roadmap-files';
import { filesOf, indexFiles } from '#local/demo/show/write-reports';
import { programmeOf } from '#local/demo/show/year';
import { SUPPORT_KINDS, SUPPORT_KIND_NAMES } from '#shared/domain/digital-support/kinds';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { roadmapOf } from '#shared/flow/programme/roadmap-pages';
import { makeShowSurvey } from '#shared/flow/programme/show-survey';
import { calendarDate } from '#shared/kernel/time';
import { followUp } from '#test/builders/domain-reports';
import { programmeOf as roadmapProgramme, wideProgramme } from '#test/builders/domain-roadmap';
import { importWorld } from '#test/builders/programme-import';

const FIRST = roundIdOf(CALENDAR_2019);
const body = programmeFixture(CALENDAR_2019);
const second = (of = body) => secondRound(of, FIRST, daysOf(CALENDAR_2019));

describe('the programme of a demonstration', () => {
  it.each([3, 10, 40])(
    'of %i authorities is entered without an error, told only of grounds that do not count',
    async (many) => {
      const world = importWorld();
      const few = programmeOf(many);
      const authorities = new Set(few.services?.map(({ organisationId }) => organisationId));
      expect(authorities.size).toBe(many);
      for (const body of [few, second(few)]) {
        const { errors, warnings } = await world.json(body);
        expect(errors).toEqual([]);
        expect(warnings.filter(({ rule }) => !rule.startsWith('GROUND_NOT_ALLOWED'))).toEqual([]);
      }
    },
  );

  it('of all authorities is the fixture', () => {
    expect(ofAuthorities(body, someAuthorities(40))).toEqual(body);
  });

  it('has a second round of other figures, which leaves the first as it was', async () => {
    const world = importWorld();
    const { aggregates } = makeShowSurvey(world);
    await world.json(body);
    const before = await aggregates(FIRST);
    await world.json(second());
    expect(await aggregates(FIRST)).toEqual(before);
    const after = await aggregates('tiekartta-2020');
    expect(after).toMatchObject({ ok: true, value: { authorities: 40, services: 225, electronicSharePct: 85.6 } });
  });

  it('has rows of digital support that their registers take', () => {
    for (const kind of SUPPORT_KIND_NAMES)
      for (const row of SUPPORT[kind] ?? []) expect(SUPPORT_KINDS[kind].safeParse(row).success).toBe(true);
  });
});

describe('the folder of a demonstration', () => {
  const report = followUp();
  const roadmap = roadmapFiles(roadmapOf(roadmapProgramme(), calendarDate.parse('2021-06-01')));
  const wide = roadmapFiles(roadmapOf(wideProgramme(50), calendarDate.parse('2021-06-01')));
  const reports = new Map([...filesOf(report), ...indexFiles([report])]);
  const isThere = (files: ReadonlyMap<string, string>, from: string, link: string) => {
    const [name, anchor] = link.split('#');
    const text = files.get(name === '' ? from : (name ?? ''));
    return text !== undefined && (anchor === undefined || text.includes(` id="${anchor}"`));
  };
  const linksIn = (page: string) => [...page.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link);

  it('has a report in each form and language, and an index', () => {
    expect([...reports.keys()].sort()).toEqual([
      'R1-2020-07.fi.csv',
      'R1-2020-07.fi.html',
      'R1-2020-07.json',
      'R1-2020-07.schema.json',
      'R1-2020-07.sv.csv',
      'R1-2020-07.sv.html',
      'index.en.html',
      'index.fi.html',
      'index.sv.html',
    ]);
  });

  it.each([
    ['a few services', roadmap],
    ['so many services that a search has several pages', wide],
  ])('of %s has every file and place that its pages link to, or links to the web', (_, services) => {
    const files = new Map([...reports, ...services]);
    const pages = [...files].filter(([name]) => name.endsWith('.html'));
    const nowhere = pages.flatMap(([from, page]) =>
      linksIn(page)
        .filter((link) => !link.startsWith('https://') && !isThere(files, from, link))
        .map((link) => `${from} → ${link}`),
    );
    expect(nowhere).toEqual([]);
  });

  it('has no form that a hub would have to answer', () => {
    for (const page of [...reports, ...roadmap].map(([, text]) => text)) expect(page).not.toContain('<form');
  });

  it('has a page of the roadmap for each value that finds something, with its services as data', () => {
    const names = [...roadmap.keys()].filter((name) => name.startsWith('roadmap.sv.'));
    for (const searched of ['', '.event-construction', '.event-construction.group-BUSINESS', '.authority-dvv'])
      for (const ending of ['html', 'csv', 'json']) expect(names).toContain(`roadmap.sv${searched}.${ending}`);
    expect(names).not.toContain('roadmap.sv.authority-vrk.html');
    expect(roadmap.get('roadmap.sv.authority-dvv.csv')).toContain(';moves\r\n');
    expect(roadmap.get('roadmap.sv.authority-dvv.html')).toContain(
      'href="roadmap.sv.authority-dvv.html#services" aria-current="true"',
    );
  });

  it('names the pages of the roadmap by what they show', () => {
    expect([...wide.keys()]).toContain('roadmap.fi.group-BUSINESS.page-2.html');
  });
});
