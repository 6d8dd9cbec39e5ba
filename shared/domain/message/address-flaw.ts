import * as z from 'zod/mini';
import type { PostalAddress } from '#shared/domain/message/address';
import { fitsWindow } from '#shared/domain/message/address-window';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { isPostCode } from '#shared/domain/message/post-codes';

/** What keeps a letter from being posted to an address. */
export const addressFlaw = z.enum([
  'NAME',
  'STREET',
  'BOX_NUMBER',
  'POST_CODE',
  'POST_OFFICE',
  'COUNTRY',
  'LETTERS',
  'TOO_LONG',
]);
export type AddressFlaw = z.infer<typeof addressFlaw>;

type Field = keyof PostalAddress | '';

/** Each flaw with the field it stands in, and in the words an authority's developer reads. */
export const ADDRESS_RULES: Readonly<Record<AddressFlaw, { readonly field: Field; readonly rule: string }>> = {
  NAME: { field: 'name', rule: 'must name somebody' },
  STREET: { field: 'streetAddress', rule: 'must be a street address or a post box' },
  BOX_NUMBER: { field: 'streetAddress', rule: 'a post box must have its number, as in PL 123' },
  POST_CODE: { field: 'zipCode', rule: 'must be a post code in use in Finland: five digits' },
  POST_OFFICE: { field: 'city', rule: 'must name a post office' },
  COUNTRY: { field: 'countryCode', rule: 'a letter needs a known country: XX is none' },
  LETTERS: { field: '', rule: 'must be written in Latin, Greek or Cyrillic letters' },
  TOO_LONG: { field: '', rule: 'does not fit the address window (75 x 27 mm) in type of 7 points or larger' },
};

/**
 * What is wrong with an address, in the order of its lines. Every way of writing that a carrier can read is let be: stairway
 * and flat (`Katu 1 A 2`, `Katu 1 as. 2`), a farm without a number, c/o on any line.
 *
 * @see domain.md 3.5 (A5), 2.7; 415/2011 § 37 (the post code)
 */
export function addressFlaws(address: PostalAddress): readonly AddressFlaw[] {
  const isFinnish = address.countryCode === 'FI';
  const flaws: Readonly<Record<AddressFlaw, boolean>> = {
    NAME: !SAYS_SOMETHING.test(address.name),
    STREET: !SAYS_SOMETHING.test(address.streetAddress),
    BOX_NUMBER: isFinnish && boxOf(address.streetAddress) === 'no number',
    POST_CODE: isFinnish && !isPostCode(address.zipCode),
    POST_OFFICE: !/\p{L}/u.test(address.city),
    COUNTRY: address.countryCode === 'XX',
    LETTERS: ![address.name, address.additionalName ?? '', address.streetAddress, address.city].every(isWrittenPlainly),
    TOO_LONG: !fitsWindow(linesOf(address)),
  };
  return addressFlaw.options.filter((flaw) => flaws[flaw]);
}

/** The same as problems of a request. @param at path of the address, `paperMail.recipient.address` */
export function addressProblems(address: PostalAddress, at: string): FieldProblem[] {
  return addressFlaws(address).map((flaw) => {
    const { field, rule } = ADDRESS_RULES[flaw];
    return { field: field === '' ? at : `${at}.${field}`, rule };
  });
}

/** Whether it is a post box (PL, PB): nobody lives at it. */
export function isPostBox({ streetAddress }: Pick<PostalAddress, 'streetAddress'>): boolean {
  return boxOf(streetAddress) === 'numbered';
}

/** Latin, Greek and Cyrillic letters and what stands among them: every one of these has a glyph in the font. A test reads it. */
export const PLAIN_LETTERS =
  /^[\x20-\x7e\xa0-\u024f\u0300-\u034f\u0370-\u04ff\u1e00-\u1efb\u2010-\u2027\u2030-\u205e\u20a0-\u20b5\u2116]*$/;

/** What is not seen is left out as it is printed. */
function isWrittenPlainly(line: string): boolean {
  return PLAIN_LETTERS.test(line.normalize('NFC').replaceAll(/[\s\p{Cc}\p{Cf}]/gu, ''));
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** `PL 18`, `PB 18`, `P.O. Box 18`, `Postilokero 18`. */
const BOX = /^\s*(?:pl|pb|p\.?\s*o\.?\s*box|postilokero|postbox|box)\b[.:]?\s*(.*)$/i;

function boxOf(street: string): 'numbered' | 'no number' | undefined {
  const [, rest] = BOX.exec(street) ?? [];
  if (rest === undefined) return undefined;
  if (/^\d/.test(rest)) return 'numbered';
  return rest.trim() === '' ? 'no number' : undefined;
}

/** As they are measured: the country line is the longest of all, whatever the country. */
function linesOf({ name, additionalName, streetAddress, zipCode, city, countryCode }: PostalAddress): string[] {
  const lines = [name, additionalName, streetAddress, `${zipCode} ${city.toUpperCase()}`];
  return [...lines, countryCode === 'FI' ? undefined : LONGEST_COUNTRY].filter((line) => line !== undefined);
}

const LONGEST_COUNTRY = 'SOUTH GEORGIA & SOUTH SANDWICH ISLANDS';
