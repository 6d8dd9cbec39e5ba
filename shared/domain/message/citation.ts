/** A statute as it is cited: its number or, where that is not given, its name; and the section where one is named. */
export type Citation = string;

const NUMBER = /(?<![\d/])(\d{1,4}\/(?:18|19|20)\d\d)(?!\d)/u;
/** `19 §` before `§ 19`: in `19 § 2 mom.` the second number is a subsection. */
const SECTIONS = [
  /(?<![\d/+\p{L}-])(\d{1,3}(?:\s?[a-z](?!\p{L}))?)\s*§/u,
  /§\s*(\d{1,3}(?:\s?[a-z](?!\p{L}))?)(?!\d)/u,
];
const NAME = /^[\p{L} .,:()–-]{3,60}$/u;
const SOUNDS_LIKE_LAW = /(laki|lain|asetus|asetuksen|kaari|lag|lagen|balk|förordning|act|decree|code)(?!\p{L})/u;

/**
 * What a sender's words about a legal basis cite: `13/2003 § 19`, `13/2003` or `esimerkkilaki § 5`; nothing else of the words
 * gets through, since they are free text.
 *
 * @returns `undefined` where they cite no statute that can be told
 * @see REQ-175
 */
export function citationOf(words: string): Citation | undefined {
  const text = words.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  const section = SECTIONS.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);
  const act = NUMBER.exec(text)?.[1] ?? nameIn(text, section !== undefined);
  if (act === undefined) return undefined;
  return section === undefined ? act : `${act} § ${section.replaceAll(' ', '')}`;
}

/** The statute without its section. */
export function actOf(citation: Citation): string {
  return citation.split(' § ')[0] ?? citation;
}

/** Whether two citations can mean the same: one that names no section speaks of the whole statute. */
export function citesSame(a: Citation, b: Citation): boolean {
  return a === b || (actOf(a) === actOf(b) && (a === actOf(a) || b === actOf(b)));
}

function nameIn(text: string, hasSection: boolean): string | undefined {
  const name = (/^[^\d§]*/u.exec(text)?.[0] ?? '').trim();
  return NAME.test(name) && (hasSection || SOUNDS_LIKE_LAW.test(name)) ? name : undefined;
}
