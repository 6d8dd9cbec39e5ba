import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailAddress } from '#shared/domain/consent/email-address';

const rulesOf = (text: string) => emailAddress.safeParse(text).error?.issues.map(({ message }) => message);

describe('an e-mail address', () => {
  it.each([
    'a@b.fi',
    'etu.suku@example.fi',
    "o'neil+viestit@posti.example.fi",
    `${'a'.repeat(64)}@example.fi`,
    '{x}=|~@example.fi',
    'a@xn--hmeenlinna-w5a.example',
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.example.fi`,
  ])('may be %s', (text) => {
    expect(rulesOf(text)).toBeUndefined();
  });

  it.each([
    ['', 'must have 5 to 254 characters'],
    ['a@b', 'must have 5 to 254 characters'],
    [`${'a'.repeat(64)}@${`${'b'.repeat(60)}.`.repeat(4)}fi`, 'must have 5 to 254 characters'],
    ['a@example.fi\r\nBcc: b@example.fi', 'must have no white space or control characters'],
    ['a@example.fi\nX: y', 'must have no white space or control characters'],
    ['a\u0000@example.fi', 'must have no white space or control characters'],
    ['a\u202e@example.fi', 'must have no white space or control characters'],
    ['a b@example.fi', 'must have no white space or control characters'],
    [' a@example.fi', 'must have no white space or control characters'],
    ['a\u2028@example.fi', 'must have no white space or control characters'],
    ['example.fi', 'must have one @'],
    ['a@b@example.fi', 'must have one @'],
    ['@example.fi', 'must have 1 to 64 characters before the @'],
    [`${'a'.repeat(65)}@example.fi`, 'must have 1 to 64 characters before the @'],
    ['ä@example.fi', expect.stringMatching(/^must have before the @ only unaccented/)],
    ['а@example.fi', expect.stringMatching(/^must have before the @ only/)],
    ['"a"@example.fi', expect.stringMatching(/^must have before the @ only/)],
    ['a..b@example.fi', expect.stringMatching(/^must have before the @ only/)],
    ['.a@example.fi', expect.stringMatching(/^must have before the @ only/)],
    ['a.@example.fi', expect.stringMatching(/^must have before the @ only/)],
    ['a<b>@example.fi', expect.stringMatching(/^must have before the @ only/)],
    ['a,b@example.fi', expect.stringMatching(/^must have before the @ only/)],
    ['a@example', expect.stringMatching(/^must have after the @/)],
    ['a@[127.0.0.1]', expect.stringMatching(/^must have after the @/)],
    ['a@127.0.0.1', expect.stringMatching(/^must have after the @/)],
    ['a@-example.fi', expect.stringMatching(/^must have after the @/)],
    ['a@example-.fi', expect.stringMatching(/^must have after the @/)],
    ['a@example..fi', expect.stringMatching(/^must have after the @/)],
    ['a@example.fi.', expect.stringMatching(/^must have after the @/)],
    ['a@hämeenlinna.fi', expect.stringMatching(/^must have after the @/)],
    [`a@${'b'.repeat(64)}.fi`, expect.stringMatching(/^must have after the @/)],
  ])('%j breaks one rule, which is named', (text, rule) => {
    expect(rulesOf(text)).toEqual([rule]);
  });

  it('that is taken can end no header and begin no other, whatever was tried', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', 'b.c', '@', 'example.fi', '\r\n', '\n', ':', ',', ';', '<', '>', '"', '\\', ' ', '\u0000'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        if (!emailAddress.safeParse(text).success) return;
        expect(text).toMatch(/^[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}@[A-Za-z0-9.-]{4,252}$/);
      }),
    );
  });

  it('is taken whole or refused: what it parses to is what was given', () => {
    const local = fc.stringMatching(/^[a-z0-9+_-]{1,20}$/);
    const domain = fc.stringMatching(/^[a-z0-9]{1,20}\.[a-z]{2,6}$/);
    fc.assert(
      fc.property(local, domain, (before, behind) => {
        const text = `${before}@${behind}`;
        if (text.length >= 5) expect(emailAddress.parse(text)).toBe(text);
      }),
    );
  });
});
