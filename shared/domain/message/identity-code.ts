import { type CalendarDate, calendarDate } from '#shared/kernel/time';

const CENTURIES: Readonly<Record<string, number>> = {
  '+': 1800,
  ...centuries('-YXWVU', 1900),
  ...centuries('ABCDEF', 2000),
};
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const IDENTITY_CODE = /^(\d\d)(\d\d)(\d\d)([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/;
const BUSINESS_ID = /^(\d{7})-(\d)$/;
const BUSINESS_WEIGHTS = [7, 9, 10, 5, 8, 4, 2] as const;

/** Which register an id belongs to, by its form alone. */
export type IdForm = 'PERSON' | 'BUSINESS';

/**
 * A Finnish personal identity code or business id with a right check character.
 *
 * @returns the form, or `undefined` when the text is no valid id of either kind
 * @see VNA 690/2022 (separators in force since 1.1.2023), VNA 288/2001 § 3
 */
export function formOfId(text: string): IdForm | undefined {
  if (isIdentityCode(text)) return 'PERSON';
  return isBusinessId(text) ? 'BUSINESS' : undefined;
}

/**
 * `DDMMYY`, a separator for the century, an individual number and a check character. The separator is not part of the
 * checksum: `290200A902D` and `290200B902D` are two people, so the whole text is the key.
 *
 * @see VNA 690/2022
 */
export function isIdentityCode(text: string): boolean {
  const parts = IDENTITY_CODE.exec(text);
  if (!parts) return false;
  const [, day = '', month = '', year = '', separator = '', individual = '', check] = parts;
  if (Number(individual) < 2) return false;
  const fullYear = (CENTURIES[separator] ?? Number.NaN) + Number(year);
  return (
    isDay(fullYear, Number(month), Number(day)) &&
    CHECK_CHARACTERS[Number(day + month + year + individual) % 31] === check
  );
}

/** The day of birth that a valid identity code tells, written `2010-11-23`; nothing of any other text. */
export function bornOn(code: string): CalendarDate | undefined {
  const parts = isIdentityCode(code) ? IDENTITY_CODE.exec(code) : null;
  if (!parts) return undefined;
  const [, day = '', month = '', year = '', separator = ''] = parts;
  return calendarDate.parse(`${(CENTURIES[separator] ?? 0) + Number(year)}-${month}-${day}`);
}

/**
 * Seven digits, a dash and a check digit: weights 7, 9, 10, 5, 8, 4, 2, modulo 11; remainder 1 is never issued.
 *
 * @see VNA 288/2001 § 3
 */
export function isBusinessId(text: string): boolean {
  const parts = BUSINESS_ID.exec(text);
  if (!parts) return false;
  const [, stem = '', check] = parts;
  const remainder = BUSINESS_WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(stem[i]), 0) % 11;
  return remainder !== 1 && Number(check) === (remainder === 0 ? 0 : 11 - remainder);
}

/** Anything in a text that looks like an identity code, right or wrong: what must not leave in an e-mail or a log. */
export const LOOKS_LIKE_IDENTITY_CODE = /\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]/i;

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function centuries(separators: string, century: number): Record<string, number> {
  return Object.fromEntries(Array.from(separators, (separator) => [separator, century]));
}
