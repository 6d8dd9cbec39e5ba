import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followUp } from '#test/builders/domain-reports';
import { type Section, section } from '#shared/domain/programme/report';
import { wrapped } from '#shared/domain/report/chart-parts';
import { chartOf } from '#shared/domain/report/svg';
import { ticksOf } from '#shared/domain/report/svg-line';

const drawn = (each: Section | undefined) => (each && chartOf(each, 'fi', 'g')?.toString()) ?? '';

describe('a chart', () => {
  test('has a title and a description that name it', () => {
    expect(drawn(followUp().sections[0])).toContain(
      'aria-labelledby="g-t g-d" width="100%" height="12.2rem"> <title id="g-t">Viranomaisia</title> <desc id="g-d">Pylväskuvio, 4 riviä. Samat luvut ovat taulukossa.</desc>',
    );
  });

  test('tells its parts apart by pattern, and lights have the pattern of their light', () => {
    const chart = drawn(followUp().sections[1]);
    expect(chart).toMatch(/class="part f3".*class="part f2".*class="part f6"/s);
    expect(chart).toContain('Vihreä 3 · Keltainen 4 · Punainen &lt;5');
  });

  test('leaves a gap where a figure is missing', () => {
    expect(drawn(followUp().sections[2]).match(/<line class="line l1" x1="(?!0")/g)).toHaveLength(9);
  });

  const made = (columns: Record<string, string>, rows: object[], chart: object) =>
    section.parse({
      id: 's',
      heading: { fi: 's' },
      table: { columns: Object.entries(columns).map(([id, type]) => ({ id, heading: { fi: id }, type })), rows },
      chart,
    });

  test('tells rows of the same name apart, and numbers that name rows by their heading', () => {
    const rows = [
      { statute: '1/2000', part: '1 §', level: 1, n: 1 },
      { statute: '1/2000', part: null, level: 2, n: 2 },
    ];
    const columns = { statute: 'text', part: 'text', level: 'number', n: 'number' };
    const bars = drawn(made(columns, rows, { form: 'bars', label: 'statute', also: 'part', series: ['n'] }));
    expect(bars.match(/1\/2000[^<]*/g)).toEqual(['1/2000, 1 §', '1/2000']);
    expect(drawn(made(columns, rows, { form: 'bars', label: 'level', series: ['n'] }))).toContain('>level 2<');
  });

  test.each([
    ['nothing but zeros', 'bars', [0, 0]],
    ['nothing but figures too small to tell', 'bars', ['<5', null]],
    ['one bar', 'bars', [3]],
    ['one part of one bar', 'stacked', [3]],
    ['one point', 'line', [null, 3]],
  ])('of %s is not drawn', (_, form, values) => {
    const rows = values.map((n, i) => ({ a: `row ${i}`, n, none: 0 }));
    const series = form === 'stacked' ? ['n', 'none'] : ['n'];
    expect(drawn(made({ a: 'text', n: 'number', none: 'number' }, rows, { form, label: 'a', series }))).toBe('');
  });

  test('leaves out parts that nobody has, and says when there are more than it can show', () => {
    const parts = Array.from({ length: 9 }, (_, i) => `part${i}`);
    const columns = { a: 'text', ...Object.fromEntries(parts.map((part) => [part, 'number'])) };
    const stackOf = (figure: (i: number) => number) => {
      const row = Object.fromEntries(parts.map((part, i) => [part, figure(i)]));
      return drawn(made(columns, [{ a: 'x', ...row }], { form: 'stacked', label: 'a', series: parts }));
    };
    const few = stackOf((i) => (i > 6 ? i : 0));
    expect(few).toContain('>part7 7 · part8 8<');
    expect(few).not.toContain('part0');
    expect(few).not.toContain('osasta');
    const many = stackOf((i) => i + 1);
    expect(many).toContain('Kuvassa on 6 suurinta osaa 9 osasta.');
    expect(many).not.toContain('part2 ');
  });

  test('is not drawn without rows', () => {
    const { heading, id, table, chart } = followUp().sections[0] ?? {};
    expect(drawn(section.parse({ heading, id, chart, table: { ...table, rows: [] } }))).toBe('');
  });

  test('keeps every part within its picture, whatever the figures', () => {
    const figures = fc.array(fc.oneof(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.constant(null)), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(figures, fc.constantFrom('bars', 'stacked', 'line'), (values, form) => {
        const columns = [
          { id: 'a', heading: { fi: 'a' }, type: 'text' },
          { id: 'b', heading: { fi: 'b' }, type: 'number' },
        ];
        const rows = values.map((b, i) => ({ a: `row ${i}`, b }));
        const chart = { form, label: 'a', series: ['b'] };
        const svg = drawn(section.parse({ id: 's', heading: { fi: 's' }, table: { columns, rows }, chart }));
        const lengths = [...svg.matchAll(/ (?:x|y|x1|x2|y1|y2|cx|cy|width|height)="(-?[\d.e+-]+)(%|rem)"/g)];
        for (const [, length, unit] of lengths) {
          expect(Number(length)).toBeGreaterThanOrEqual(0);
          expect(Number(length)).toBeLessThanOrEqual(unit === '%' ? 100.01 : 60);
        }
        expect(svg).not.toMatch(/NaN|Infinity/);
      }),
    );
  });
});

describe('a scale', () => {
  test.each([
    [{ low: 0, high: 100 }, [0, 25, 50, 75, 100]],
    [{ low: 0, high: 1 }, [0, 0.25, 0.5, 0.75, 1]],
    [{ low: 0, high: 1234 }, [0, 500, 1000, 1500]],
    [{ low: -3, high: 3 }, [-4, -2, 0, 2, 4]],
  ])('of %j has the figures %j', (reach, ticks) => {
    expect(ticksOf(reach)).toEqual(ticks);
  });
});

describe('a name', () => {
  test.each([
    ['short', ['short']],
    ['one two three four', ['one two', 'three four']],
    ['one two three four five', ['one two', 'three fou…']],
    ['unbreakablename', ['unbreakab…']],
    ['', ['']],
  ])('%j takes the lines %j', (text, lines) => {
    expect(wrapped(text, 10)).toEqual(lines);
  });
});
