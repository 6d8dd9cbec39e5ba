import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyReport, followUp } from '#test/builders/domain-reports';
import { tagsOf } from '#test/builders/domain-tags';
import { type Report, report } from '#shared/domain/programme/report';
import { reportPage } from '#shared/domain/report/html';
import { renderIndex } from '#shared/domain/report/index-page';
import { reportJson } from '#shared/domain/report/json';
import { linksInFolder, linksOnHub } from '#shared/domain/report/links';
import { linkTo } from '#shared/domain/report/table';
import { sizeOf } from '#shared/kernel/markup';

const onHub = (each: Report, language: 'fi' | 'sv' | 'en') => reportPage(each, language, linksOnHub(language));

describe('the page of a report', () => {
  const page = onHub(followUp(), 'fi');

  test('says its language, its title and its summary', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="fi">/);
    expect(page).toContain('<title>Siirtymän seuranta, heinäkuu 2020 – Viestiväylä</title>');
    expect(page).toContain('Kuusi on myöhässä.');
  });

  test('needs nothing from elsewhere and runs nothing', () => {
    const names = tagsOf(page).map(({ name }) => name);
    for (const absent of ['script', 'link', 'img', 'iframe', 'object']) expect(names).not.toContain(absent);
    expect(
      tagsOf(page)
        .flatMap(({ attributes }) => attributes)
        .filter((each) => /^(on|style$)/.test(each)),
    ).toEqual([]);
  });

  test('has a caption and headings with scope in every table', () => {
    expect(page.match(/<table /g)).toHaveLength(4);
    expect(page.match(/<caption /g)).toHaveLength(4);
    expect(page).toMatch(/<caption id="s1-c">\s*Taulukko, 4 riviä\s*<\/caption>/);
    expect(page).toContain('<table aria-labelledby="s1 s1-c"');
    expect(page.match(/<th(?!ead| scope="(col|row)")/g)).toBeNull();
  });

  test('writes figures and days as in Finland, and what is too small as such', () => {
    expect(page).toContain('12,5\u00A0%');
    expect(page).toContain('2\u00A0468');
    expect(page).toContain('30.6.2020');
    expect(page).toContain('&lt;5');
  });

  test('says its period in words, once', () => {
    expect(page).toContain('<h1>Siirtymän seuranta, heinäkuu 2020</h1>');
    expect(onHub(emptyReport(), 'sv')).toContain('<h1>Undantag, april–juni 2020</h1>');
    expect(page).toContain('<dd>30.6.2020 asti</dd>');
    expect(renderIndex([followUp()], 'sv')).toContain('<strong>Juli 2020</strong>');
  });

  test('leaves out what stands aside for programs', () => {
    const [first] = followUp().sections;
    const columns = first?.table.columns.map((each) => (each.id === 'share' ? { ...each, aside: true } : each)) ?? [];
    const aside = report.parse({ ...followUp(), sections: [{ ...first, table: { ...first?.table, columns } }] });
    expect(onHub(aside, 'fi')).not.toContain('12,5\u00A0%');
    expect(JSON.stringify(reportJson(aside, 'x'))).toContain('"share":12.5');
  });

  test('sets a first column of figures alike in its heading and its cells', () => {
    const [first] = followUp().sections;
    const columns = [
      { id: 'year', heading: { fi: 'Vuosi' }, type: 'number' },
      { id: 'letters', heading: { fi: 'Kirjeitä' }, type: 'number' },
    ];
    const table = { columns, rows: [{ year: 2019, letters: 7 }] };
    const byYear = onHub(report.parse({ ...followUp(), sections: [{ ...first, table, chart: undefined }] }), 'fi');
    expect(byYear).toMatch(/<th scope="col"\s*>\s*Vuosi/);
    expect(byYear).toContain('<th scope="row">');
    expect(byYear).toMatch(/<th scope="col"\s+class="n">\s*Kirjeitä/);
    expect(byYear).toContain('<td class="n">7</td>');
    expect(byYear).toContain('Taulukko, 1 rivi');
  });

  test('leads to its other languages, and to its figures', () => {
    expect(page).toContain('href="?format=html&amp;lang=sv"');
    expect(page).toContain('href="?format=csv&amp;lang=fi&amp;section=plansByState"');
    expect(page).toContain('href="?format=json"');
    expect(reportPage(followUp(), 'sv', linksInFolder(followUp(), 'sv'))).toContain('href="R1-2020-07.fi.html"');
  });

  test('marks Finnish words that stand in for Swedish ones (TR-18)', () => {
    expect(onHub(followUp(), 'sv')).toContain(
      '<span lang="fi">Hyväksytty</span> <small class="mark">(på finska)</small>',
    );
    expect(page).not.toContain('class="mark"');
  });

  test('says so when there are no rows', () => {
    const empty = onHub(emptyReport(), 'sv');
    expect(empty).toContain('Inga rader för den här perioden.');
    expect(empty).not.toContain('&amp;section=');
  });

  test('of ten thousand rows shows the first ones and where the rest is, in less than 100 kB', () => {
    const long = onHub(followUp(10_000), 'fi');
    expect(sizeOf(long)).toBeLessThan(100_000);
    expect(long).toMatch(/Näkyvissä on \d+ ensimmäistä riviä 10\u00A0000 rivistä/);
    expect(sizeOf(page)).toBeLessThan(40_000);
  });

  test('is the same bytes for the same report', () => {
    expect(onHub(followUp(), 'fi')).toBe(page);
  });
});

describe('no text breaks out of a page', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      '</td><script>alert(1)</script>',
      '"onload="x',
      "'><svg/onload=x>",
      '</style>',
      '<!--',
      ']]>',
      '&lt;',
      '__proto__',
    ),
  );
  const plain = tagsOf(onHub(reportOf('word'), 'sv'));
  const allowed = new Set(plain.map(({ name }) => name));
  const attributes = new Set([...plain.flatMap((tag) => tag.attributes), 'lang']);

  test('whatever stands in its cells, headings, codes and links', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tags = tagsOf(onHub(reportOf(text), 'sv'));
        expect(tags.filter(({ name }) => !allowed.has(name))).toEqual([]);
        expect(tags.flatMap((tag) => tag.attributes).filter((each) => !attributes.has(each))).toEqual([]);
      }),
    );
  });

  test('nor out of the index', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { id, kind, period, createdAt, title } = { ...followUp(), id: text, period: text, title: { fi: text } };
        tagsOf(renderIndex([{ id, kind, period, createdAt, title }], 'en'));
      }),
    );
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://x',
    'https://x y',
    'https://"onclick=',
    'https:/\\x',
  ])('and %s is no link', (address) => {
    expect(linkTo(address).toString()).not.toContain('<a');
  });
});

/** A report with one text everywhere that a text may stand. */
function reportOf(text: string): Report {
  const texts = { fi: text, sv: text };
  const columns = [
    { id: 'label', heading: texts, type: 'text' },
    { id: 'texts', heading: texts, type: 'texts' },
    { id: 'code', heading: texts, type: 'code', codes: { A: texts } },
    { id: 'unknown', heading: texts, type: 'code', codes: {} },
    { id: 'link', heading: texts, type: 'link' },
    { id: 'address', heading: texts, type: 'link' },
    { id: 'date', heading: texts, type: 'date' },
    { id: 'n', heading: texts, type: 'number' },
    { id: 'm', heading: texts, type: 'percent' },
  ];
  const row = {
    label: text,
    texts: { fi: text },
    code: 'A',
    unknown: text,
    link: text,
    address: `https://example.org/${text}`,
    date: text,
    n: 3,
    m: 2,
  };
  const chart = (form: string) => ({ form, label: 'label', series: ['n', 'm'] });
  const section = (form: string) => ({
    id: text,
    heading: texts,
    notes: [texts],
    table: { columns, rows: [row, { ...row, texts, n: text, m: null, address: 'https://example.org/' }] },
    chart: chart(form),
  });
  const { createdAt, asOf } = followUp();
  const head = { id: text, kind: 'R1', period: text, asOf, createdAt, receivers: [], title: texts, summary: texts };
  return report.parse({ ...head, sections: ['bars', 'stacked', 'line'].map(section) });
}
