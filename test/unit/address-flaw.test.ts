import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressLines } from '#shared/adapters/print/address-lines';
import { readFonts } from '#shared/adapters/print/fonts';
import { LETTER_LAYOUT, LETTER_TYPE, points } from '#shared/adapters/print/layout';
import { setLines } from '#shared/adapters/print/set-lines';
import { readFaces } from '#shared/adapters/print/typesetting/face';
import type { PostalAddress } from '#shared/domain/message/address';
import { PLAIN_LETTERS, addressFlaws, addressProblems, isPostBox } from '#shared/domain/message/address-flaw';
import { CHARACTER_WIDTHS, SMALLEST_TYPE } from '#shared/domain/message/address-window';
import { countryCode } from '#shared/domain/message/country-codes';
import { postalAddressOf } from '#test/builders/domain';

const faces = readFaces(readFonts());

describe('an address a letter can be posted to', () => {
  it.each<[string, Partial<PostalAddress>]>([
    ['a street and a number', { streetAddress: 'Henrikintie 14' }],
    ['a stairway and a flat', { streetAddress: 'Henrikintie 14 B 3' }],
    ['a flat without a stairway', { streetAddress: 'Henrikintie 14 as. 3' }],
    ['a number with a letter, and two numbers', { streetAddress: 'Henrikintie 14b–16 C 112' }],
    ['a farm without a number', { streetAddress: 'Korpela' }],
    ['a post box', { streetAddress: 'PL 18' }],
    ['a post box in Swedish', { streetAddress: 'PB 1' }],
    ['a post box in English', { streetAddress: 'P.O. Box 320' }],
    ['poste restante', { streetAddress: 'Poste restante' }],
    ['a street that begins like a post box', { streetAddress: 'Plassintie 2' }],
    ['c/o on the second line', { additionalName: 'c/o Åke Öhman' }],
    ['a post office in small letters', { city: 'Jyväskylä' }],
    ['a post code that begins with zeros', { zipCode: '00010' }],
    ['a country with other post codes', { zipCode: 'SW1A 1AA', city: 'London', countryCode: 'GB' }],
    ['a country without post codes', { zipCode: '-', city: 'Nassau', countryCode: 'BS' }],
    ['names of Europe', { name: 'Łukasz Žižek-Ğöçer Đặng', additionalName: 'Σωκράτης Пётр', city: 'Čáhcesuolu' }],
    ['a name with a line end and a mark of direction in it', { name: 'Tessa\r\n\u200eTestilä' }],
    ['a long name that is still legible', { name: 'Keski-Suomen Esimerkkikiinteistöjen Isännöinti ja Huolto Oy' }],
  ])('has %s', (_, differing) => {
    expect(addressFlaws(postalAddressOf(differing))).toEqual([]);
  });

  it.each<[string, Partial<PostalAddress>, string, string]>([
    ['a post code of four digits', { zipCode: '0037' }, 'POST_CODE', 'a.zipCode'],
    ['a post code with its country', { zipCode: 'FI-00370' }, 'POST_CODE', 'a.zipCode'],
    ['a post code with a letter in it', { zipCode: '0037O' }, 'POST_CODE', 'a.zipCode'],
    ['digits of another script in its post code', { zipCode: '٠٠٣٧٠' }, 'POST_CODE', 'a.zipCode'],
    ['no name but spaces', { name: '  ' }, 'NAME', 'a.name'],
    ['no street but a dash', { streetAddress: '-' }, 'STREET', 'a.streetAddress'],
    ['a post box without its number', { streetAddress: 'PL' }, 'BOX_NUMBER', 'a.streetAddress'],
    ['a post code where the post office stands', { city: '00370' }, 'POST_OFFICE', 'a.city'],
    ['no country', { countryCode: 'XX' }, 'COUNTRY', 'a.countryCode'],
    ['a name in Arabic letters', { name: 'محمد علي' }, 'LETTERS', 'a'],
    ['a street in Chinese letters', { streetAddress: '長安街 1' }, 'LETTERS', 'a'],
    ['a name with a picture in it', { name: 'Tessa \u{1f600}' }, 'LETTERS', 'a'],
    ['a name as long as the contract allows', { name: 'W'.repeat(256) }, 'TOO_LONG', 'a'],
  ])('does not have %s', (_, differing, flaw, field) => {
    const address = postalAddressOf(differing);
    expect(addressFlaws(address)).toEqual([flaw]);
    expect(addressProblems(address, 'a')).toEqual([{ field, rule: expect.any(String) }]);
  });

  it('is written in letters that the font has, every one', () => {
    const plain = Array.from({ length: 0x2200 }, (_, code) => String.fromCodePoint(code)).filter(
      (character) =>
        PLAIN_LETTERS.test(character) && !/[\p{Cn}\p{Cf}]/u.test(character) && character.normalize('NFC') === character,
    );
    expect(plain.length).toBeGreaterThan(1000);
    for (const face of Object.values(faces))
      expect(plain.filter((character) => face.glyphOf(character.codePointAt(0) ?? 0) === 0)).toEqual([]);
  });

  it('is told by its problems without a word of what it says', () => {
    const secret = postalAddressOf({ name: `Salla ${'W'.repeat(250)}`, zipCode: 'Salla', countryCode: 'FI' });
    expect(addressProblems(secret, 'a')).toHaveLength(2);
    expect(JSON.stringify(addressProblems(secret, 'a'))).not.toContain('Salla');
  });

  it.each([
    ['PL 18', true],
    ['pb 18', true],
    ['Postilokero 18', true],
    ['PL', false],
    ['Plassintie 18', false],
    ['Henrikintie 14', false],
  ])('%s is a post box: %s', (streetAddress, is) => {
    expect(isPostBox({ streetAddress })).toBe(is);
  });
});

describe('the window', () => {
  it('is measured no narrower than the font is', () => {
    for (const [width, characters] of CHARACTER_WIDTHS)
      for (const character of characters) {
        const advance = faces.regular.advanceOf(faces.regular.glyphOf(character.codePointAt(0) ?? 0));
        expect([character, advance <= width && advance > width - 100]).toEqual([character, true]);
      }
  });

  it('holds whatever address has no flaw, in type that can be read', () => {
    const letters = CHARACTER_WIDTHS.flatMap(([, characters]) => Array.from(characters));
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 60 });
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `A ${words.join(' ')}`);
    const addresses = fc.record({
      name: line,
      additionalName: fc.option(line, { nil: undefined }),
      streetAddress: line,
      zipCode: fc.constant('00370'),
      city: line,
      countryCode: fc.constantFrom(...countryCode.options),
    });
    fc.assert(
      fc.property(addresses, (address) => {
        fc.pre(addressFlaws(address).length === 0);
        const setting = { lines: addressLines(address), box: LETTER_LAYOUT.window, size: LETTER_TYPE.address };
        const { left, top, height } = LETTER_LAYOUT.window;
        for (const run of setLines(faces, setting)) {
          expect(run.size).toBeGreaterThanOrEqual(SMALLEST_TYPE);
          expect(run.left).toBeGreaterThanOrEqual(points(left));
          expect(run.baseline).toBeLessThanOrEqual(points(top + height));
        }
      }),
    );
  });
});
