import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordFault } from '#shared/adapters/credentials/password-rule';

/** A password of this length that has one of everything. */
const long = (length: number) => `Aa1!${'x'.repeat(length - 4)}`;

describe('a password of a system', () => {
  it.each([
    ['of 32 characters', long(32)],
    ['of 256 characters', long(256)],
    ['of words of another alphabet', `Ää1§${'ö'.repeat(28)}`],
    ['with a backslash', `Aa1\\${'x'.repeat(28)}`],
    ['with a space and a symbol', `Aa1 !${'x'.repeat(27)}`],
  ])('%s may be used', (_, password) => {
    expect(passwordFault(password)).toBeUndefined();
  });

  it.each([
    ['', 'has fewer than 32 characters'],
    [long(31), 'has fewer than 32 characters'],
    [long(257), 'has more than 256 characters'],
    [long(32).toUpperCase(), 'has no lower-case letter'],
    [long(32).toLowerCase(), 'has no upper-case letter'],
    [long(32).replace('1', 'x'), 'has no digit'],
    [long(32).replace('!', 'x'), 'has no symbol'],
    [long(32).replace('!', ' '), 'has no symbol'],
    ['1'.repeat(32), 'has no lower-case letter'],
  ])('%j is refused: it %s', (password, fault) => {
    expect(passwordFault(password)).toBe(fault);
  });

  it('is never repeated in what is said of it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 5 }), (password) => {
        fc.pre(!/^[a-z0-9 -]+$/i.test(password));
        expect(passwordFault(password) ?? '').not.toContain(password);
      }),
    );
  });
});
