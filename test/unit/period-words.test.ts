import { describe, expect, test } from 'vitest';
import { inMonth, periodText } from '#shared/domain/programme/period-words';

describe('a period', () => {
  test.each([
    ['2020-09', 'syyskuu 2020', 'september 2020', 'September 2020'],
    ['2020-W07', 'viikko 7/2020', 'vecka 7/2020', 'week 7/2020'],
    ['2020-Q3', 'heinä–syyskuu 2020', 'juli–september 2020', 'July–September 2020'],
    ['2020-H2', 'heinä–joulukuu 2020', 'juli–december 2020', 'July–December 2020'],
    ['2020', '2020', '2020', '2020'],
    ['2020-10-05', '5.10.2020', '5.10.2020', '5.10.2020'],
    ['2020-13', '2020-13', '2020-13', '2020-13'],
    ['2020-Q0', '2020-Q0', '2020-Q0', '2020-Q0'],
    ['what', 'what', 'what', 'what'],
  ])('%s is said in words', (period, fi, sv, en) => {
    expect([periodText(period, 'fi'), periodText(period, 'sv'), periodText(period, 'en')]).toEqual([fi, sv, en]);
  });

  test('of a month stands in a sentence', () => {
    expect(inMonth('2020-01')).toEqual(['tammikuussa 2020', 'i januari 2020']);
  });
});
