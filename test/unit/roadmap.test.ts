import { describe, expect, test } from 'vitest';
import { programmeOf, wideProgramme } from '#test/builders/domain-roadmap';
import { tagsOf } from '#test/builders/domain-tags';
import { businessNotice } from '#shared/domain/electronic-first/business-notice';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { found, unknownIn } from '#shared/domain/roadmap/search';
import { roadmapJson, roadmapView } from '#shared/domain/roadmap/view';
import { BUILDERS } from '#shared/flow/programme/builders';
import { roadmapCsv, roadmapOf, roadmapPage } from '#shared/flow/programme/roadmap-pages';
import { reportContent } from '#shared/domain/programme/report';
import { sizeOf } from '#shared/kernel/markup';
import { calendarDate, instant } from '#shared/kernel/time';

const in2019 = roadmapOf(programmeOf(), calendarDate.parse('2019-06-01'));
const in2021 = roadmapOf(programmeOf(), calendarDate.parse('2021-06-01'));
const ids = (entries: readonly { serviceId: string }[]) => entries.map(({ serviceId }) => serviceId);
const page = (view: object = {}) => roadmapPage(in2021, { language: 'fi', filter: {}, page: 1, ...view });

describe('the roadmap', () => {
  test('has every admitted service that is not retired, what is in use first (REQ-140, REQ-144)', () => {
    expect(ids(in2021.entries)).toEqual(['vat', 'moves', 'building-permits', 'planned']);
  });

  test('has no offering that is retired', () => {
    expect(in2021.entries[0]?.offerings).toEqual([{ targetGroup: 'BUSINESS', status: 'IN_USE' }]);
  });

  test.each([
    [in2019, 'Väestörekisterikeskus'],
    [in2021, 'Digi- ja väestötietovirasto'],
  ])('calls an authority as it is called on that day (TR-15)', (roadmap, name) => {
    const [entry] = found(roadmap, { event: 'moving' });
    expect(entry?.authority.names.fi).toBe(name);
  });

  test('names events by their codes, and shows a code nobody has named as it stands', () => {
    expect(in2021.businessEvents['construction']).toMatchObject({ sv: 'Byggande och fastigheter' });
    expect(in2021.businessEvents['own-code']).toEqual({ fi: 'own-code', sv: 'own-code', en: 'own-code' });
  });
});

describe('a search of the roadmap', () => {
  test.each([
    [{}, ['vat', 'moves', 'building-permits', 'planned']],
    [{ event: 'construction' }, ['building-permits']],
    [{ event: 'moving' }, ['moves', 'planned']],
    [{ authority: 'hartola' }, ['building-permits', 'planned']],
    [{ authority: 'dvv' }, ['vat', 'moves']],
    [{ status: 'IN_DEVELOPMENT' }, ['building-permits']],
    [{ group: 'BUSINESS' }, ['vat', 'building-permits']],
    [{ group: 'BUSINESS', status: 'IN_DEVELOPMENT' }, []],
    [{ event: 'moving', authority: 'dvv' }, ['moves']],
  ] as const)('by %j finds %j', (filter, expected) => {
    expect(ids(found(in2021, filter))).toEqual(expected);
    expect(unknownIn(in2021, filter)).toEqual([]);
  });

  test('by a code nobody has heard of is told so', () => {
    expect(unknownIn(in2021, { event: 'toString', authority: 'nobody' }).map(({ field }) => field)).toEqual([
      'event',
      'authority',
    ]);
  });
});

describe('the page of the roadmap', () => {
  test('says all its labels and names in Swedish, and marks what is Finnish (TR-18)', () => {
    const swedish = page({ language: 'sv' });
    for (const words of ['Färdplan för digitala tjänster', 'Flyttanmälan', 'För företag: i bruk', 'Visa tjänsterna'])
      expect(swedish).toContain(words);
    expect(swedish).toContain('<span lang="fi">Rakennusluvan hakeminen</span> <small class="mark">(på finska)</small>');
    expect(swedish).not.toMatch(/Käytössä|Yrityksille|Hae palveluja/);
  });

  test('says when the transition ends (REQ-202)', () => {
    expect(page()).toContain('Siirtymäaika päättyy 31.12.2022.');
    const after = roadmapOf(programmeOf(), calendarDate.parse('2023-01-01'));
    expect(roadmapPage(after, { language: 'en', filter: {}, page: 1 })).toContain(
      'The transition ended on 31.12.2022.',
    );
  });

  test.each(['2018-12-31', '2022-12-31', '2023-01-01'])(
    'says on %s of the transition what its notice to businesses says, and claims no duty',
    (on) => {
      const day = calendarDate.parse(on);
      const notice = businessNotice({ calendar: CALENDAR_2019, on: day, language: 'fi', dutyIsOn: false });
      const ofPhase = notice.paragraphs.slice(0, -1).join(' ');
      const roadmap = roadmapOf(programmeOf(), day);
      expect(roadmapPage(roadmap, { language: 'fi', filter: {}, page: 1 })).toContain(
        `<p class="phase">${ofPhase}</p>`,
      );
      expect(roadmapJson(roadmap, {}, 'fi').transition.text).toBe(ofPhase);
    },
  );

  test('offers businesses their services by event (REQ-209)', () => {
    expect(page()).toContain('<a href="?lang=fi&amp;event=construction&amp;group=BUSINESS#services">');
  });

  test('names the electronic way before the others (REQ-140)', () => {
    const [permits = ''] = page({ filter: { event: 'construction' } })
      .split('Rakennusluvan hakeminen</h3>')
      .slice(1);
    expect(permits.indexOf('Asioi verkossa')).toBeGreaterThan(-1);
    expect(permits.indexOf('Asioi verkossa')).toBeLessThan(permits.indexOf('Muut tavat: palvelupiste, posti'));
  });

  test('keeps the search in the form and in the links to other languages', () => {
    const searched = page({ filter: { status: 'IN_USE', authority: 'dvv' } });
    expect(searched).toContain('<option value="dvv" selected>');
    expect(searched).toContain('href="?lang=sv&amp;authority=dvv&amp;status=IN_USE"');
  });

  test('says so when nothing is found', () => {
    expect(page({ filter: { event: 'no-such' } })).toContain('Haulla ei löytynyt palveluja.');
    expect(page({ isUnknown: true, language: 'en' })).toContain('No services were found.');
  });

  test('of ten thousand services stays below 100 kB and leads on', () => {
    const wide = roadmapOf(wideProgramme(10_000), calendarDate.parse('2021-06-01'));
    const second = roadmapPage(wide, { language: 'sv', filter: { group: 'BUSINESS' }, page: 2 });
    expect(sizeOf(second)).toBeLessThan(100_000);
    expect(second).toContain('rel="next" href="?lang=sv&amp;group=BUSINESS&amp;page=3#services"');
    expect(second).toContain('rel="prev" href="?lang=sv&amp;group=BUSINESS#services"');
  });

  test('is whole tags and escaped text', () => {
    const [first] = programmeOf().rows.services;
    const hostile = '"><script>alert(1)</script>';
    const rows = first
      ? [{ ...first, names: { fi: hostile }, address: 'javascript:alert(1)', businessEvents: [hostile] }]
      : [];
    const roadmap = roadmapOf(programmeOf({ services: rows }), calendarDate.parse('2021-06-01'));
    const text = roadmapPage(roadmap, { language: 'sv', filter: { event: hostile, authority: hostile }, page: 1 });
    expect(tagsOf(text).map(({ name }) => name)).not.toContain('script');
    expect(text).not.toContain('href="javascript');
  });
});

describe('the roadmap as data', () => {
  test('has names in the language, and says which one stands in', () => {
    const { services, transition } = roadmapView.parse(roadmapJson(in2021, { event: 'construction' }, 'sv'));
    expect(transition.text).toContain('31.12.2022');
    expect(services[0]).toMatchObject({
      name: 'Rakennusluvan hakeminen',
      fallback: 'fi',
      authority: { id: 'hartola', name: 'Hartolan kunta', fallback: 'fi' },
      businessEvents: [{ code: 'construction', name: 'Byggande och fastigheter' }],
      ptv: { id: '6f1c8a52-9a4e-4c8e-9f37-0c5f3c8b7a11' },
    });
    expect(services[0]?.offerings.map(({ statusName }) => statusName)).toEqual(['I bruk', 'Under utveckling']);
  });

  test('is CSV with a line for each group', () => {
    const lines = roadmapCsv(in2021, { event: 'construction' }, 'sv').split('\r\n');
    expect(lines[1]).toBe(
      'Rakennusluvan hakeminen;Hartolan kunta;BUSINESS;IN_USE;;Byggande och fastigheter;Boende och byggande;false;' +
        'https://www.lupapiste.example/;https://api.palvelutietovaranto.suomi.fi/api/v11/Service/6f1c8a52-9a4e-4c8e-9f37-0c5f3c8b7a11;building-permits',
    );
    expect(lines).toHaveLength(4);
  });

  test('is the report R4, in three languages', () => {
    const dueAt = instant.parse('2021-06-01T03:00:00.000Z');
    const request = {
      kind: 'R4',
      period: '2021-06-01',
      from: in2021.day,
      to: in2021.day,
      dueAt,
      receivers: [],
    } as const;
    const content = reportContent.parse(BUILDERS.R4(request, { programme: programmeOf(), traffic: [] }));
    expect(content.summary.en).toBe('The roadmap has 4 services, of which 3 are in use.');
    expect(content.sections.map(({ id }) => id)).toEqual(['byStatus', 'byBusinessEvent', 'services']);
    expect(content.sections[0]?.table.rows[0]).toEqual({ status: 'IN_USE', business: 2, person: 1 });
  });
});
