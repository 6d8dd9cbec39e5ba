import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  envelopeFor,
  isFront,
  letterState,
  letterStateOf,
  sheetMark,
  sheetsFor,
} from '#shared/domain/delivery-postal/letter';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { letterId } from '#shared/domain/message/ids';
import { LETTER } from '#test/builders/domain';
import {
  POSTAL_TYPES,
  acceptedFact,
  decidedFact,
  handedFact,
  openedFact,
  postalFact,
} from '#test/builders/domain-facts';

describe('the sheets of a letter', () => {
  it.each([
    [1, 1, 1],
    [2, 2, 1],
    [3, 3, 2],
    [4, 4, 2],
    [121, 121, 61],
  ])('of %i pages are %i on one side and %i on both', (pages, simplex, duplex) => {
    expect(sheetsFor(pages, { duplex: false })).toBe(simplex);
    expect(sheetsFor(pages, { duplex: true })).toBe(duplex);
  });
});

describe('the fronts of the sheets', () => {
  it('are as many as the sheets, and the first page is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.boolean(), (pages, duplex) => {
        const fronts = Array.from({ length: pages }, (_, page) => isFront(page, { duplex }));
        expect(fronts[0]).toBe(true);
        expect(fronts.filter(Boolean)).toHaveLength(sheetsFor(pages, { duplex }));
      }),
    );
  });

  it.each([
    [1, 1, '4217-1-L1;1;1;C5'],
    [10, 12, '4217-1-L1;10;12;C4'],
    [1, 61, '4217-1-L1;1;61;SPECIAL'],
  ])('sheet %i of %i is marked %s', (sheet, sheets, mark) => {
    expect(sheetMark(letterId.parse('4217-1-L1'), sheet, sheets)).toBe(mark);
  });
});

describe('the envelope of a letter', () => {
  it.each([
    [1, 'C5'],
    [9, 'C5'],
    [10, 'C4'],
    [60, 'C4'],
    [61, 'SPECIAL'],
    [500, 'SPECIAL'],
  ])('of %i sheets is %s', (sheets, envelope) => {
    expect(envelopeFor(sheets)).toBe(envelope);
  });
});

describe('the state of a letter', () => {
  const OTHER = letterId.parse('4217-1-L2');
  const handed = handedFact();

  it.each<[string, DeliveryFact[], string]>([
    ['is READY before anything', [], 'READY'],
    ['is READY when it is handed over', [acceptedFact(), decidedFact(), handed], 'READY'],
    ['is PRINTED', [handed, postalFact('PRINTED')], 'PRINTED'],
    ['is POSTED', [handed, postalFact('PRINTED'), postalFact('POSTED')], 'POSTED'],
    ['is ARRIVED', [handed, postalFact('POSTED'), postalFact('ARRIVED')], 'ARRIVED'],
    ['is RETURNED after it arrived', [postalFact('ARRIVED'), postalFact('RETURNED')], 'RETURNED'],
    ['is UNRESOLVED after it was posted', [postalFact('POSTED'), postalFact('ADDRESS_UNRESOLVED')], 'UNRESOLVED'],
    ['is UNRESOLVED after it was returned', [postalFact('RETURNED'), postalFact('ADDRESS_UNRESOLVED')], 'UNRESOLVED'],
    ['is RECEIPT_SIGNED', [postalFact('POSTED'), postalFact('RECEIPT_SIGNED')], 'RECEIPT_SIGNED'],
    ['is RECEIPT_SIGNED for good', [postalFact('RECEIPT_SIGNED'), postalFact('RETURNED')], 'RECEIPT_SIGNED'],
    ['stays POSTED when the printing is told late', [postalFact('POSTED'), postalFact('PRINTED')], 'POSTED'],
    ['stays POSTED when it is told twice', [postalFact('POSTED'), postalFact('POSTED')], 'POSTED'],
    ['does not follow another letter', [postalFact('POSTED', { letterId: OTHER })], 'READY'],
    ['does not follow the reading of a message', [openedFact()], 'READY'],
  ])('%s', (_, facts, state) => {
    expect(letterStateOf(LETTER, facts)).toBe(state);
  });

  const events = fc.array(fc.constantFrom(...POSTAL_TYPES.map((type) => postalFact(type))), { maxLength: 12 });

  it('is the same in whatever order its events come, and however often', () => {
    fc.assert(
      fc.property(events, events, (some, repeated) => {
        const state = letterStateOf(LETTER, some);
        expect(letterStateOf(LETTER, some.toReversed())).toBe(state);
        const twice = [...some, ...repeated.filter((fact) => some.includes(fact))];
        expect(letterStateOf(LETTER, twice)).toBe(state);
      }),
    );
  });

  it('never moves back', () => {
    const order = letterState.options;
    const rank = ['READY', 'PRINTED', 'POSTED', 'ARRIVED', 'RETURNED', 'UNRESOLVED', 'RECEIPT_SIGNED'];
    expect(new Set(order)).toEqual(new Set(rank));
    fc.assert(
      fc.property(events, fc.constantFrom(...POSTAL_TYPES), (some, next) => {
        const before = rank.indexOf(letterStateOf(LETTER, some));
        const after = rank.indexOf(letterStateOf(LETTER, [...some, postalFact(next)]));
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
