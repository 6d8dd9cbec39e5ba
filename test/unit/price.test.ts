import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitCostsOn } from '#shared/domain/pricing/mail-cents';
import {
  type PricedLetter,
  type Tariffs,
  UNKNOWN_PRICE,
  priceOf,
  priceOfMany,
  taxOn,
} from '#shared/domain/pricing/price';
import { type Tariff, tariff } from '#shared/domain/programme/registry/tariff';
import { calendarDate } from '#shared/kernel/time';

const day = (text: string) => calendarDate.parse(text);
const TODAY = day('2026-11-23');
const VALID = { vatPerMille: 255, validFrom: '2026-01-01' };
const row = (id: string, fields: object): Tariffs[number] => ({ id, ...tariff.parse({ ...VALID, ...fields }) });

const LIST: Tariffs = [
  row('electronic', { product: 'ELECTRONIC', itemCents: 4 }),
  row('letter', { product: 'LETTER', itemCents: 90, sheetCents: 5 }),
  row('letter-abroad', { product: 'LETTER', abroad: true, itemCents: 250, sheetCents: 5 }),
  row('letter-c4', { product: 'LETTER', envelope: 'C4', itemCents: 180, sheetCents: 5 }),
  row('letter-pool', { product: 'LETTER', costPool: 'verotus', itemCents: 70, sheetCents: 4 }),
  row('letter-own', { product: 'LETTER', organisationId: 'kunta', itemCents: 60, sheetCents: 4 }),
];
const GENERAL = LIST.filter(({ organisationId }) => organisationId === undefined);
const LETTER: PricedLetter = {
  product: 'LETTER',
  sheets: 2,
  envelope: 'C5',
  colour: false,
  duplex: true,
  abroad: false,
};

describe('the price of a letter', () => {
  it.each<[string, Partial<PricedLetter>, Tariffs, number]>([
    ['is its envelope and its sheets', {}, GENERAL, 100],
    ['abroad is another', { abroad: true }, GENERAL, 260],
    ['in a large envelope is another', { envelope: 'C4', sheets: 12 }, GENERAL, 240],
    ['is that of who pays', { costPool: 'verotus' }, GENERAL, 78],
    ['is the general one for an unknown payer', { costPool: 'muu' }, GENERAL, 100],
    ['is that of the organisation, where it has one', { abroad: true, costPool: 'verotus' }, LIST, 68],
  ])('%s', (_, part, tariffs, netCents) => {
    expect(priceOf({ ...LETTER, ...part }, tariffs, TODAY)).toEqual({
      known: true,
      netCents,
      vatCents: taxOn(netCents, 255),
    });
  });

  it('is unknown, never nothing, where nobody has entered it', () => {
    expect(priceOf({ ...LETTER, product: 'LETTER_ADVICE_OF_RECEIPT' }, LIST, TODAY)).toEqual(UNKNOWN_PRICE);
    expect(priceOf(LETTER, [], TODAY)).toEqual(UNKNOWN_PRICE);
    expect(priceOf(LETTER, GENERAL, day('2025-12-31'))).toEqual(UNKNOWN_PRICE);
  });

  it('changes with the day on which another begins, and ends with its last', () => {
    const tariffs = [
      row('old', { product: 'LETTER', itemCents: 90 }),
      row('new', { product: 'LETTER', itemCents: 95, validFrom: '2026-12-01', endsBefore: '2027-02-01' }),
    ];
    const netOn = (text: string) => priceOf(LETTER, tariffs, day(text));
    expect(netOn('2026-11-30')).toMatchObject({ netCents: 90 });
    expect(netOn('2026-12-01')).toMatchObject({ netCents: 95 });
    expect(netOn('2027-01-31')).toMatchObject({ netCents: 95 });
    expect(netOn('2027-02-01')).toMatchObject({ netCents: 90 });
  });
});

describe('a message in a mailbox', () => {
  it('has a price of its own', () => {
    expect(priceOf({ product: 'ELECTRONIC' }, LIST, TODAY)).toEqual({ known: true, netCents: 4, vatCents: 1 });
  });
});

describe('a tariff', () => {
  it('begins and ends with a month', () => {
    const given = { product: 'LETTER', itemCents: 1, vatPerMille: 255 };
    expect(tariff.safeParse({ ...given, validFrom: '2026-11-02' }).success).toBe(false);
    expect(tariff.safeParse({ ...given, validFrom: '2026-11-01', endsBefore: '2026-11-30' }).success).toBe(false);
    expect(tariff.safeParse({ ...given, itemCents: 0.5, validFrom: '2026-11-01' }).success).toBe(false);
  });
});

describe('whatever the price list', () => {
  const anyTariff = fc.record<Partial<Tariff>>(
    {
      product: fc.constantFrom('ELECTRONIC', 'LETTER', 'LETTER_ADVICE_OF_RECEIPT'),
      envelope: fc.constantFrom('C5', 'C4', 'SPECIAL'),
      colour: fc.boolean(),
      duplex: fc.boolean(),
      abroad: fc.boolean(),
      costPool: fc.constantFrom('a', 'b'),
      itemCents: fc.nat(10_000),
      sheetCents: fc.nat(1000),
      vatPerMille: fc.nat(1000),
      validFrom: fc.constantFrom(day('2026-01-01'), day('2026-11-01'), day('2027-01-01')),
    },
    { requiredKeys: ['product', 'itemCents', 'sheetCents', 'vatPerMille', 'validFrom'] },
  );
  const anyList = fc.array(anyTariff, { maxLength: 12 }).map((all) => all.map((each, i) => row(`t${i}`, each)));
  const anyLetter = fc.record<PricedLetter>({
    product: fc.constantFrom('LETTER', 'LETTER_ADVICE_OF_RECEIPT'),
    sheets: fc.integer({ min: 1, max: 80 }),
    envelope: fc.constantFrom('C5', 'C4', 'SPECIAL'),
    colour: fc.boolean(),
    duplex: fc.boolean(),
    abroad: fc.boolean(),
    costPool: fc.constantFrom('a', 'b', undefined),
  });

  it('a price is whole cents, does not depend on the order of the list, and more letters cost as much more', () => {
    fc.assert(
      fc.property(anyLetter, anyList, fc.integer({ min: 1, max: 1000 }), (letter, list, items) => {
        const price = priceOf(letter, list, TODAY);
        expect(priceOf(letter, list.toReversed(), TODAY)).toEqual(price);
        const all = priceOfMany({ item: letter, items, sheets: items * letter.sheets }, list, TODAY);
        expect(all.known).toBe(price.known);
        if (!price.known || !all.known) return;
        expect([price.netCents, price.vatCents].every(Number.isSafeInteger)).toBe(true);
        expect(all.netCents).toBe(items * price.netCents);
        expect(Math.abs(all.vatCents - items * price.vatCents)).toBeLessThanOrEqual(items);
      }),
    );
  });
});

describe('unit costs', () => {
  const costsOn = (on: string, entered = {}) => unitCostsOn(LIST, entered, day(on));

  it('are those of the general tariffs of the day, a letter as one of a single sheet', () => {
    expect(costsOn('2026-11-01')).toEqual({ electronic: 4, letter: 95 });
  });

  it('are those of the calendar where no tariff says them', () => {
    const entered = { electronic: 1, letter: 2, receiptLetter: 900 };
    expect(costsOn('2026-11-01', entered)).toEqual({ electronic: 4, letter: 95, receiptLetter: 900 });
    expect(costsOn('2025-11-01', entered)).toEqual(entered);
    expect(costsOn('2025-11-01')).toEqual({});
  });
});
