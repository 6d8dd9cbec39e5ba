import * as z from 'zod/mini';

const words = z.string().check(z.minLength(1), z.maxLength(2000));

/** Words in the languages of the programme; Finnish is never missing. */
export const texts = z.object({ fi: words, sv: z.optional(words), en: z.optional(words) });
export type Texts = z.infer<typeof texts>;

/** Languages a report is written in; the public roadmap has English too (REQ-269). */
export const reportLanguage = z.enum(['fi', 'sv', 'en']);
export type ReportLanguage = z.infer<typeof reportLanguage>;

/** Words in a language, and whether another language had to stand in for it. */
export interface Told {
  readonly text: string;
  /** Present when the language asked for is missing: the language of `text`. */
  readonly fallback?: ReportLanguage;
}

/** The words in a language, or the Finnish ones marked as such. */
export function told(said: Texts, language: ReportLanguage): Told {
  const text = said[language];
  return text === undefined ? { text: said.fi, fallback: 'fi' } : { text };
}
