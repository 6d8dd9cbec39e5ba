import { describe, expect, it } from 'vitest';
import { type MonthCounted, costsOfMonth } from '#shared/domain/pricing/month-costs';
import type { Tariffs } from '#shared/domain/pricing/price';
import { tariff } from '#shared/domain/programme/registry/tariff';
import { calendarDate } from '#shared/kernel/time';

const row = (id: string, fields: object): Tariffs[number] => ({
  id,
  ...tariff.parse({ vatPerMille: 255, validFrom: '2026-01-01', ...fields }),
});
const TARIFFS: Tariffs = [
  row('viesti', { product: 'ELECTRONIC', itemCents: 4 }),
  row('kirje', { product: 'LETTER', itemCents: 100, sheetCents: 10 }),
];
const KIND = { class: 'LETTER', envelope: 'C5', colour: false, duplex: true, abroad: false } as const;
const COUNTED: MonthCounted = {
  first: calendarDate.parse('2026-11-01'),
  stored: 1000,
  fallback: 100,
  letters: [{ kind: KIND, items: 200, sheets: 300 }],
  printed: { LETTER: 200, LETTER_ADVICE_OF_RECEIPT: 0 },
};
const on = (day: string) => calendarDate.parse(day);

describe('the costs of a month', () => {
  it('are its messages and its letters, and what stayed electronic is saved', () => {
    const { lines, total, saved } = costsOfMonth(COUNTED, TARIFFS, on('2026-12-05'));
    expect(lines.map(({ product, items, netCents }) => [product, items, netCents])).toEqual([
      ['ELECTRONIC', 1000, 4000],
      ['LETTER', 200, 23_000],
    ]);
    expect(total).toEqual({ netCents: 27_000, vatCents: 1020 + 5865 });
    expect(saved.netCents).toBe(900 * (110 - 4));
  });

  it('are foretold while the month runs, at its pace so far', () => {
    expect(costsOfMonth(COUNTED, TARIFFS, on('2026-11-10')).forecast?.netCents).toBe(81_000);
    expect(costsOfMonth(COUNTED, TARIFFS, on('2026-11-30')).forecast?.netCents).toBe(27_000);
    expect(costsOfMonth(COUNTED, TARIFFS, on('2026-12-01')).forecast).toBeUndefined();
    expect(costsOfMonth(COUNTED, TARIFFS, on('2026-10-31')).forecast).toBeUndefined();
  });

  it('are not known where one of them is not', () => {
    const unpriced = { ...COUNTED, printed: { LETTER: 203, LETTER_ADVICE_OF_RECEIPT: 1 } };
    const { lines, total } = costsOfMonth(unpriced, TARIFFS, on('2026-12-05'));
    expect(lines.slice(2).map(({ product, items, netCents }) => [product, items, netCents])).toEqual([
      ['LETTER', 3, null],
      ['LETTER_ADVICE_OF_RECEIPT', 1, null],
    ]);
    expect(total).toEqual({ netCents: null, vatCents: null });
    expect(costsOfMonth(COUNTED, [], on('2026-12-05')).saved).toEqual({ netCents: null, vatCents: null });
  });

  it('are nothing where nothing was sent', () => {
    const none = {
      ...COUNTED,
      stored: 0,
      fallback: 0,
      letters: [],
      printed: { LETTER: 0, LETTER_ADVICE_OF_RECEIPT: 0 },
    };
    expect(costsOfMonth(none, TARIFFS, on('2026-12-05'))).toMatchObject({
      lines: [],
      total: { netCents: 0, vatCents: 0 },
    });
  });
});
