import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Position, START, formatPositions, parsePositions } from '#shared/domain/feed/positions';

const REFUSED = { ok: false, refusal: { kind: 'token-refused' } };
const POSITION: fc.Arbitrary<Position> = fc.record({
  page: fc.integer({ min: 1, max: 999_999_999_999 }),
  offset: fc.integer({ min: 0, max: 500 }),
});

describe('positions in a feed', () => {
  it('are written in digits and signs that a URL takes as they are', () => {
    expect(formatPositions([START, { page: 12, offset: 499 }])).toBe('1.0_12.499');
    fc.assert(
      fc.property(fc.array(POSITION, { minLength: 1, maxLength: 256 }), (positions) => {
        const text = formatPositions(positions);
        expect(encodeURIComponent(text)).toBe(text);
      }),
    );
  });

  it('read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(POSITION, { minLength: 1, maxLength: 256 }), (positions) => {
        expect(parsePositions(formatPositions(positions), positions.length)).toEqual({ ok: true, value: positions });
      }),
    );
  });

  it('begin at the start in lanes opened since', () => {
    expect(parsePositions('7.3', 3)).toEqual({ ok: true, value: [{ page: 7, offset: 3 }, START, START] });
    expect(START).toEqual({ page: 1, offset: 0 });
  });

  it('are kept for lanes beyond those of now', () => {
    expect(parsePositions('7.3_8.0', 1)).toEqual({
      ok: true,
      value: [
        { page: 7, offset: 3 },
        { page: 8, offset: 0 },
      ],
    });
  });

  it.each([
    '',
    '_',
    '1',
    '1.',
    '.0',
    '1.0_',
    '_1.0',
    '1.0__1.0',
    '1.0,2.0',
    '1.0 ',
    ' 1.0',
    '1.0\n',
    '-1.0',
    '1.-1',
    '+1.0',
    '1e3.0',
    '0x1.0',
    '1.0.0',
    '1.1000',
    '1000000000000.0',
    '١.٠',
    'NaN.NaN',
    `1.0${'_1.0'.repeat(256)}`,
  ])('are refused when they are %j', (text) => {
    expect(parsePositions(text, 1)).toEqual(REFUSED);
  });

  it('are as many as lanes may ever be', () => {
    expect(parsePositions(`1.0${'_1.0'.repeat(255)}`, 1).ok).toBe(true);
    expect(parsePositions('999999999999.999', 1).ok).toBe(true);
  });

  it('never throw, and never read but what could have been written', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('0', '1', '.', '_', '-') }));
    fc.assert(
      fc.property(text, (garbage) => {
        const read = parsePositions(garbage, 1);
        const numbers = (each: string) => each.split(/[._]/).map(Number);
        if (read.ok) expect(numbers(formatPositions(read.value))).toEqual(numbers(garbage));
        else expect(read).toEqual(REFUSED);
      }),
    );
  });
});
