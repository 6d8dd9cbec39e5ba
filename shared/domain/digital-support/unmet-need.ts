import * as z from 'zod/mini';
import type { Directory } from '#shared/domain/digital-support/directory';
import { supportMonth } from '#shared/domain/digital-support/registry/activity';
import type { SupportFound, SupportWish } from '#shared/domain/digital-support/search';
import { type TermList, codeAs, termIn } from '#shared/domain/digital-support/terms';
import { count } from '#shared/domain/programme/fields';

/** What was looked for in vain: where and what, never by whom. */
export const unmetNeed = z.object({
  /** Code of the municipality; `UNKNOWN` when what was asked for is none on record. */
  municipality: z.optional(z.string()),
  region: z.optional(z.string()),
  /** Codes; one that is on no list is `OTHER`. */
  form: z.optional(z.string()),
  group: z.optional(z.string()),
  /** Code of a language; `other` when no provider and no list knows it. */
  language: z.optional(z.string()),
});
export type UnmetNeed = z.infer<typeof unmetNeed>;

/** How often the same was looked for in vain in a month. */
export const countedNeed = z.object({ ...unmetNeed.shape, month: supportMonth, count });
export type CountedNeed = z.infer<typeof countedNeed>;

/** Languages that are counted by name whether a provider speaks them or not. */
const LANGUAGES = ['fi', 'sv', 'en', 'se', 'smn', 'sms', 'ru', 'et', 'uk', 'ar', 'so', 'ku', 'fa', 'zh', 'vi', 'fse'];

/**
 * The need a search leaves unmet, in codes that are on record only: what somebody typed is never kept.
 *
 * @see REQ-100, TR-17
 */
export function needOf(directory: Directory, wish: SupportWish, { place }: SupportFound): UnmetNeed {
  const codeOf = (list: TermList, code: string) => (termIn(directory.terms, list, code) ? codeAs(code) : 'OTHER');
  return {
    ...(place && !place.known ? { municipality: 'UNKNOWN' } : {}),
    ...(place?.known === true ? { municipality: place.municipality, region: place.region } : {}),
    ...(wish.form === undefined ? {} : { form: codeOf('FORM', wish.form) }),
    ...(wish.group === undefined ? {} : { group: codeOf('GROUP', wish.group) }),
    ...(wish.language === undefined ? {} : { language: languageOf(directory, wish.language) }),
  };
}

function languageOf({ providers }: Directory, wished: string): string {
  const language = wished.trim().toLowerCase();
  const spoken = LANGUAGES.includes(language) || providers.some(({ languages }) => languages.includes(language));
  return spoken ? language : 'other';
}

const PARTS = ['municipality', 'region', 'form', 'group', 'language'] as const;

/** Name under which a need is counted: its parts in order, `-` for one that was not asked for. */
export function needKey(need: UnmetNeed): string {
  return PARTS.map((part) => need[part] ?? '-').join('#');
}

export function needIn(key: string): UnmetNeed {
  const values = key.split('#');
  return unmetNeed.parse(
    Object.fromEntries(PARTS.map((part, i) => [part, values[i]]).filter(([, value]) => value !== '-')),
  );
}
