import { describe, expect, test } from 'vitest';
import { dateText, moneyText, momentText, numberText, percentText } from '#shared/kernel/formats';
import { instant } from '#shared/kernel/time';

describe('figures are written as in Finland', () => {
  test.each([
    [numberText(0), '0'],
    [numberText(999), '999'],
    [numberText(1234567), '1\u00A0234\u00A0567'],
    [numberText(1234.5), '1\u00A0234,5'],
    [numberText(-0.001), '0'],
    [numberText(-12), '\u221212'],
    [percentText(81), '81\u00A0%'],
    [percentText(1234.56), '1\u00A0234,6\u00A0%'],
    [moneyText(123456), '1\u00A0234,56\u00A0€'],
    [moneyText(-5), '\u22120,05\u00A0€'],
    [moneyText(0), '0,00\u00A0€'],
    [dateText('2020-06-30'), '30.6.2020'],
    [dateText('2024'), '2024'],
    [momentText(instant.parse('2020-07-01T03:00:00.000Z')), '1.7.2020 6.00'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});
