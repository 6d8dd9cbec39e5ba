import { describe, expect, it } from 'vitest';
import { ofAuthorities, someAuthorities } from '#local/demo/programme/fewer';
import { programmeFixture, roundIdOf } from '#local/demo/programme/fixture';
import { daysOf } from '#local/demo/programme/rows';
import { secondRound } from '#local/demo/programme/second-round';
import { SUPPORT } from '#local/demo/programme/support';
import { fileOf } from '#local/demo/show/roadmap-files';
import { filesOf, indexFiles } from '#local/demo/show/write-reports';
import { programmeOf } from '#local/demo/show/year';
import { SUPPORT_KINDS, SUPPORT_KIND_NAMES } from '#shared/domain/digital-support/kinds';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { makeShowSurvey } from '#shared/flow/programme/show-survey';
import { followUp } from '#test/builders/domain-reports';
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
  const files = new Map([...filesOf(report), ...indexFiles([report])]);
  const linksIn = (page: string) => [...page.matchAll(/href="(?!https?:)([^"#]+)/g)].map(([, link = '']) => link);
  const roadmap = ['fi', 'sv', 'en'].map((language) => fileOf(`?lang=${language}`));

  it('has a report in each form and language, and an index', () => {
    expect([...files.keys()].sort()).toEqual([
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

  it('has every file that its pages link to, the roadmap beside them', () => {
    const pages = [...files].filter(([name]) => name.endsWith('.html'));
    const elsewhere = pages.flatMap(([, page]) => linksIn(page)).filter((link) => !files.has(link));
    expect([...new Set(elsewhere)].sort()).toEqual(roadmap.toSorted());
  });

  it('names the pages of the roadmap by what they show', () => {
    expect(fileOf('?lang=sv')).toBe('roadmap.sv.html');
    expect(fileOf('?lang=fi&event=luvat&group=BUSINESS&page=2')).toBe(
      'roadmap.fi.event-luvat.group-BUSINESS.page-2.html',
    );
  });
});
