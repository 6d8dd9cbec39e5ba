import type { PostalAddress } from '#shared/domain/message/address';

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' });

/**
 * An address as it stands on paper, one string a line: name, additional name, street, postal code and CITY. An address
 * abroad ends with its country in English capitals, the name every post office knows; an unknown country (XX) has no line.
 */
export function addressLines(address: PostalAddress): readonly string[] {
  const { name, additionalName, streetAddress, zipCode, city, countryCode } = address;
  const lines = [name, additionalName, streetAddress, `${zipCode} ${city.toUpperCase()}`, countryLine(countryCode)];
  return lines.filter((line) => line !== undefined);
}

function countryLine(code: PostalAddress['countryCode']): string | undefined {
  return code === 'FI' || code === 'XX' ? undefined : COUNTRIES.of(code)?.toUpperCase();
}
