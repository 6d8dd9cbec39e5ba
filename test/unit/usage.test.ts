import { describe, expect, it } from 'vitest';
import type { Tariffs } from '#shared/domain/pricing/price';
import { type UsageCounted, usageOf } from '#shared/domain/pricing/usage';
import { calendarDate } from '#shared/kernel/time';

const day = (text: string) => calendarDate.parse(text);
const KIND = { class: 'LETTER', envelope: 'C5', colour: false, duplex: true, abroad: false } as const;
const VALID = { vatPerMille: 255, validFrom: day('2026-01-01') };
const TARIFFS: Tariffs = [
  { id: 'viesti', product: 'ELECTRONIC', itemCents: 4, sheetCents: 0, ...VALID },
  { id: 'kirje', product: 'LETTER', itemCents: 100, sheetCents: 10, ...VALID },
  { id: 'uusi', product: 'LETTER', itemCents: 200, sheetCents: 10, ...VALID, validFrom: day('2026-12-01') },
];
const CHANNELS = { ELECTRONIC: 0, LETTER: 0, LETTER_ADVICE_OF_RECEIPT: 0, MANUAL: 0, UNDELIVERABLE: 0 };
const counted = (first: string, part: Partial<UsageCounted> = {}): UsageCounted => ({
  first: day(first),
  deliveries: 0,
  channels: CHANNELS,
  stored: 0,
  fallback: 0,
  letters: [],
  printed: { LETTER: 0, LETTER_ADVICE_OF_RECEIPT: 0 },
  ...part,
});

describe('what an authority has used', () => {
  it('is nothing where nothing was counted', () => {
    expect(usageOf([], TARIFFS)).toEqual({
      messages: 0,
      channels: CHANNELS,
      fallbacks: 0,
      avoidedLetters: 0,
      costs: { lines: [], total: { netCents: 0, vatCents: 0 } },
    });
  });

  it('is priced by the tariffs of each month, and told by who pays', () => {
    const letters = [
      { kind: KIND, items: 1, sheets: 2 },
      { kind: { ...KIND, costPool: 'verotus' }, items: 2, sheets: 2 },
      { kind: { ...KIND, colour: true, costPool: 'verotus' }, items: 1, sheets: 1 },
    ];
    const printed = { LETTER: 4, LETTER_ADVICE_OF_RECEIPT: 0 };
    const { costs } = usageOf(
      [counted('2026-11-01', { letters, printed, stored: 1 }), counted('2026-12-01', { letters, printed })],
      TARIFFS,
    );
    expect(costs.lines).toEqual([
      { product: 'ELECTRONIC', items: 1, sheets: 0, netCents: 4, vatCents: 1 },
      { product: 'LETTER', items: 2, sheets: 4, netCents: 120 + 220, vatCents: 31 + 56 },
      {
        costPool: 'verotus',
        product: 'LETTER',
        items: 6,
        sheets: 6,
        netCents: 330 + 630,
        vatCents: 56 + 28 + 107 + 54,
      },
    ]);
    expect(costs.total).toEqual({ netCents: 1304, vatCents: 1 + 87 + 245 });
  });

  it('spares the letters of what stayed in mailboxes, also where the letter came a month later', () => {
    const usage = usageOf([counted('2026-11-01', { stored: 5 }), counted('2026-12-01', { fallback: 2 })], TARIFFS);
    expect(usage).toMatchObject({ fallbacks: 2, avoidedLetters: 3 });
    expect(usageOf([counted('2026-12-01', { fallback: 2 })], TARIFFS).avoidedLetters).toBe(0);
  });

  it('has no total where a price is not known', () => {
    const { costs } = usageOf(
      [counted('2026-11-01', { printed: { LETTER: 0, LETTER_ADVICE_OF_RECEIPT: 1 } })],
      TARIFFS,
    );
    expect(costs).toEqual({
      lines: [{ product: 'LETTER_ADVICE_OF_RECEIPT', items: 1, sheets: 0, netCents: null, vatCents: null }],
      total: { netCents: null, vatCents: null },
    });
  });
});
