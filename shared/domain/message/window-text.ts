import type { PostalAddress } from '#shared/domain/message/address';

/**
 * Whether the text in the window of a document names somebody else: the post code is not that of the address, or no word of the
 * name is there. Capitals, spaces, accents and ligatures make no difference.
 *
 * @param text what stands in and near the window, all of it read, a Finnish post code and place among it (`PdfLook.window`)
 */
export function namesSomebodyElse(text: string, address: PostalAddress): boolean {
  return hasOtherPostCode(text, address) || !hasName(text, address);
}

function hasOtherPostCode(text: string, { zipCode, countryCode }: PostalAddress): boolean {
  return countryCode === 'FI' && !text.replaceAll(/\s/g, '').includes(zipCode);
}

/** One word of it is enough: names are turned round, shortened and written with others. */
function hasName(text: string, { name, additionalName = '' }: PostalAddress): boolean {
  const written = folded(text).join('');
  const words = folded(`${name} ${additionalName}`);
  return words.length === 0 || words.some((word) => written.includes(word));
}

/** Words of two letters or more, as they are compared. */
function folded(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}
