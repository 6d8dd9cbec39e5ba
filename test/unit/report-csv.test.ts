import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followUp } from '#test/builders/domain-reports';
import { report } from '#shared/domain/programme/report';
import { csvField, fileOf, reportCsv } from '#shared/domain/report/csv';

describe('the CSV of a report', () => {
  test('is what a Finnish spreadsheet opens: byte order mark, semicolons, decimal commas, CRLF', () => {
    expect(reportCsv(followUp(), 'fi', 'plansByState')).toBe(
      '\uFEFFstate;authorities;share\r\nMISSING;6;15\r\nDRAFT;5;12,5\r\nSUBMITTED;21;52,5\r\nACCEPTED;8;20\r\n',
    );
  });

  test('holds all sections under their ids, every line of the same length', () => {
    const lines = parse(reportCsv(followUp(), 'fi') ?? '');
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([8]));
    expect(lines[0]?.slice(0, 4)).toEqual(['section', 'state', 'authorities', 'share']);
    expect(lines.filter(([first]) => first === 'section')).toHaveLength(4);
    expect(lines.at(-1)).toEqual([
      'authorities',
      'Maanmittauslaitos 12',
      'GREEN',
      '2020-06-30',
      'false',
      '14808',
      '11851,8',
      'https://www.suomi.example/suunnitelmat/12',
    ]);
  });

  test('has the words of its language', () => {
    expect(reportCsv(followUp(), 'sv', 'authorities')).toContain('Myndighet 1;RED');
  });

  test('has no section of another name', () => {
    expect(reportCsv(followUp(), 'fi', 'no-such')).toBeUndefined();
  });

  test.each([
    ['=1+1', `"'=1+1"`],
    ['+358', `"'+358"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    [' =1', `"' =1"`],
    ['\uFF1D1', `"'\uFF1D1"`],
    ['a=1', 'a=1'],
    ['<5', '<5'],
    ['a;"b"', '"a;""b"""'],
  ])('writes %j as %j', (text, field) => {
    expect(csvField(text)).toBe(field);
  });

  test('reads back as it was, but for the mark before formulas, and begins no formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), (texts) => {
        const [back = []] = parse(fileOf([texts.map(csvField)]));
        expect(back).toHaveLength(texts.length);
        back.forEach((field, i) => {
          expect([texts[i], `'${texts[i] ?? ''}`]).toContain(field);
          expect(field).not.toMatch(/^\s*[=+\-@]/);
        });
      }),
    );
  });

  test('keeps figures figures, below zero too', () => {
    const { sections, ...head } = followUp();
    const [first] = sections;
    const rows = [{ state: 'A', authorities: -5, share: -0.5 }];
    const below = report.parse({ ...head, sections: [{ ...first, table: { ...first?.table, rows } }] });
    expect(reportCsv(below, 'fi', 'plansByState')).toContain('A;-5;-0,5');
  });
});

/** A strict reader of RFC 4180 with semicolons. */
function parse(file: string): string[][] {
  expect(file.startsWith('\uFEFF')).toBe(true);
  const lines: string[][] = [];
  let fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/y;
  field.lastIndex = 1;
  while (field.lastIndex < file.length) {
    const found = field.exec(file);
    if (!found) throw new Error('not CSV');
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ';') continue;
    lines.push(fields);
    fields = [];
  }
  return lines;
}
