import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOOKS_LIKE_IDENTITY_CODE, formOfId, isBusinessId, isIdentityCode } from '#shared/domain/message/identity-code';
import { SEPARATORS, identityCodeOf } from '#test/builders/domain-identity-code';

const SEPARATOR_AT = 6;
const two = (part: number) => String(part).padStart(2, '0');

/** Codes of people born on any day from 1800 to 2099, with every separator of their century. */
const VALID = fc
  .record({
    born: fc.date({ min: new Date('1800-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    individual: fc.integer({ min: 900, max: 999 }),
    pick: fc.nat(),
  })
  .map(({ born, individual, pick }) => {
    const year = born.getUTCFullYear();
    const fitting = SEPARATORS.filter(([, century]) => century === year - (year % 100));
    const date = two(born.getUTCDate()) + two(born.getUTCMonth() + 1) + two(year % 100);
    return identityCodeOf({ date, separator: fitting[pick % fitting.length]?.[0] ?? '', individual });
  });

const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1);

describe('a personal identity code', () => {
  it.each([
    '010190-900P',
    '010190Y900P',
    '150675X901X',
    '311205F9996',
    '010100+9503',
    '290200A902D',
    '290200B902D',
    '010280-952L',
    '010101-123N',
  ])('is %s', (code) => {
    expect(formOfId(code)).toBe('PERSON');
  });

  it.each(SEPARATORS)('may have the separator %s of the century from %i', (separator, century) => {
    expect(isIdentityCode(identityCodeOf({ date: '010190', separator, individual: 900 }))).toBe(true);
    const bornOn = (date: string) => isIdentityCode(identityCodeOf({ date, separator, individual: 902 }));
    expect([bornOn('290200'), bornOn('290204'), bornOn('290203')]).toEqual([century === 2000, true, false]);
  });

  it.each(Array.from('GHIJKLMNOPQRSTZ0/.–_ a'))('never has the separator %s', (separator) => {
    expect(isIdentityCode(`010190${separator}900P`)).toBe(false);
  });

  it.each(['310290', '290201', '310490', '000190', '320190', '010090', '011390'])('is never of the day %s', (date) => {
    expect(isIdentityCode(identityCodeOf({ date, separator: '-', individual: 900 }))).toBe(false);
  });

  it.each([
    [0, false],
    [1, false],
    [2, true],
    [999, true],
  ])('of a day to come has the individual number %i: %s', (individual, valid) => {
    expect(isIdentityCode(identityCodeOf({ date: '311299', separator: 'F', individual }))).toBe(valid);
  });

  it.each([
    ['a wrong check character', '010190-900R'],
    ['a small check character', '010190-900p'],
    ['a check character out of use', '010190-900O'],
    ['something before it', 'x010190-900P'],
    ['something after it', '010190-900P '],
    ['a line break after it', '010190-900P\n'],
    ['no check character', '010190-900'],
    ['no separator', '010190900P'],
    ['nothing', ''],
  ])('is refused with %s', (_, text) => {
    expect(formOfId(text)).toBeUndefined();
  });

  it('is valid for every day, separator and individual number', () => {
    fc.assert(
      fc.property(VALID, (code) => {
        expect(formOfId(code)).toBe('PERSON');
      }),
    );
  });

  it('is never valid with one digit changed: the checksum is of a prime', () => {
    const place = fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, 9);
    fc.assert(
      fc.property(VALID, place, fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        const digit = (Number(code[at]) + by) % 10;
        expect(formOfId(replaced(code, at, String(digit)))).toBeUndefined();
      }),
    );
  });

  it('has one check character only', () => {
    fc.assert(
      fc.property(VALID, fc.constantFrom(...Array.from('0123456789ABCDEFHJKLMNPRSTUVWXYGIOQZ')), (code, check) => {
        expect(isIdentityCode(replaced(code, 10, check))).toBe(check === code[10]);
      }),
    );
  });

  it('is another person with another separator, wherever the day exists in that century', () => {
    fc.assert(
      fc.property(VALID, fc.constantFrom(...SEPARATORS), (code, [separator, century]) => {
        const leapDay = code.startsWith('2902');
        const year = century + Number(code.slice(4, SEPARATOR_AT));
        const exists = !leapDay || new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
        expect(isIdentityCode(replaced(code, SEPARATOR_AT, separator))).toBe(exists);
      }),
    );
  });
});

describe('a business id', () => {
  it.each(['0112038-9', '2345678-0', '1234567-1', '2532004-3', '0737546-2'])('is %s', (id) => {
    expect(formOfId(id)).toBe('BUSINESS');
    expect(isIdentityCode(id)).toBe(false);
  });

  it.each([
    ['a wrong check digit', '0112038-8'],
    ['six digits', '112038-9'],
    ['eight digits', '00112038-9'],
    ['no dash', '01120389'],
    ['another dash', '0112038–9'],
    ['two check digits', '0112038-90'],
    ['a letter for a check digit', '0112038-A'],
    ['a space before it', ' 0112038-9'],
    ['a line break after it', '0112038-9\n'],
  ])('is refused with %s', (_, id) => {
    expect(isBusinessId(id)).toBe(false);
  });

  it.each(Array.from('0123456789'))('is never issued where the remainder is 1: 9000002-%s', (check) => {
    expect(isBusinessId(`9000002-${check}`)).toBe(false);
  });

  it.each(Array.from('123456789'))('ends in 0 and not in %s where the remainder is 0', (check) => {
    expect(isBusinessId(`2345678-${check}`)).toBe(false);
  });

  const STEM = fc.integer({ min: 0, max: 9_999_999 }).map((n) => String(n).padStart(7, '0'));
  const checksOf = (stem: string) => Array.from('0123456789').filter((check) => isBusinessId(`${stem}-${check}`));

  it('has one check digit, or none at all where its number is not issued', () => {
    fc.assert(
      fc.property(STEM, (stem) => {
        const sum = [7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * Number(stem[i]), 0);
        expect(checksOf(stem)).toHaveLength(sum % 11 === 1 ? 0 : 1);
      }),
    );
  });

  it('is never valid with one digit changed', () => {
    fc.assert(
      fc.property(STEM, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 }), (stem, at, by) => {
        const [check] = checksOf(stem);
        fc.pre(check !== undefined);
        const other = replaced(stem, at, String((Number(stem[at]) + by) % 10));
        expect(isBusinessId(`${other}-${check}`)).toBe(false);
      }),
    );
  });
});

describe('what looks like an identity code', () => {
  it.each([
    ['a code alone', '010190-900P'],
    ['a code in a sentence', 'Henkilötunnuksesi 010190-900P on muuttunut.'],
    ['a code in small letters', '010190y900p'],
    ['a code with a wrong check character', '010190-900R'],
    ['a code of an impossible day', '999999A999X'],
    ['a code between letters', 'x010190+9003x'],
  ])('is %s', (_, text) => {
    expect(LOOKS_LIKE_IDENTITY_CODE.test(text)).toBe(true);
  });

  it.each([
    ['a business id', '0112038-9'],
    ['a telephone number', '+358 40 1234567'],
    ['a date', '23.11.2026'],
    ['a code with another separator', '010190G900P'],
    ['a code without its check character', '010190-900'],
    ['a code with spaces', '010190 - 900P'],
  ])('is not %s', (_, text) => {
    expect(LOOKS_LIKE_IDENTITY_CODE.test(text)).toBe(false);
  });

  it('is every valid code, wherever it stands and however often it is asked', () => {
    fc.assert(
      fc.property(VALID, fc.string(), fc.string(), (code, before, behind) => {
        const text = before + code + behind;
        expect([LOOKS_LIKE_IDENTITY_CODE.test(text), LOOKS_LIKE_IDENTITY_CODE.test(text)]).toEqual([true, true]);
      }),
    );
  });
});
