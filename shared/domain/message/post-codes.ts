import { POST_CODE_AREAS } from '#shared/domain/message/post-code-areas';
import { POST_CODES_IN_USE } from '#shared/domain/message/post-codes-in-use';

const FIVE_DIGITS = /^[0-9]{5}$/;
const IN_USE = codesIn(POST_CODES_IN_USE);

/**
 * Whether a Finnish post code can be written on a letter: five digits, and one in use where the list of those has been brought in
 * (`npm run post-codes`); elsewhere one of an area in which there are any, so that a code newer than the hub is let be.
 *
 * @see 415/2011 § 37; docs/letters/addresses.md
 */
export function isPostCode(code: string, inUse: ReadonlySet<string> = IN_USE): boolean {
  if (!FIVE_DIGITS.test(code)) return false;
  return inUse.size === 0 ? isInArea(code.slice(0, 3)) : inUse.has(code);
}

function isInArea(area: string): boolean {
  return POST_CODE_AREAS.trim()
    .split(/\s+/)
    .some((range) => {
      const [from = '', to = from] = range.split('-');
      return from <= area && area <= to;
    });
}

/** Codes as the list has them, with white space between. */
export function codesIn(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((code) => code !== ''));
}

/** A record of the carrier's post code file: `PONOT`, the day of the run, the code, its names and more (220 characters). */
const RECORD = /^PONOT(\d{8})(\d{5})/;

/**
 * The codes of the carrier's post code file (PCF), in their order; nothing of the names. Lines that are no records are left.
 *
 * @param text the file, read as ISO 8859-1
 */
export function readPostCodeFile(text: string): readonly string[] {
  const codes = text.split(/\r?\n/).flatMap((line) => RECORD.exec(line)?.[2] ?? []);
  return [...new Set(codes)].sort();
}
