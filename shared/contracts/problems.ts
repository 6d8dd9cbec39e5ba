import * as z from 'zod/mini';
import { PROBLEMS, type ProblemKind } from '#shared/contracts/problem-kinds';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { Language } from '#shared/domain/message/hub-fields';

/** Stable prefix of every problem type. A name, not an address. */
const BASE = 'urn:viestivayla:problem:';

/** RFC 9457 problem details. */
export const problemDetails = z
  .object({
    type: z.string().check(z.startsWith(BASE)),
    title: z.string(),
    status: z.int(),
    detail: z.optional(z.string()),
    errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
  })
  .register(z.globalRegistry, {
    id: 'Problem',
    description: 'RFC 9457 problem details; `title` in fi, sv or en by Accept-Language.',
  });
export type ProblemDetails = z.infer<typeof problemDetails>;

export interface ProblemExtra {
  readonly detail?: string;
  readonly fields?: readonly FieldProblem[];
}

/** Writes a problem; fields become JSON Pointers. */
export function problem(kind: ProblemKind, language: Language, { detail, fields }: ProblemExtra = {}): ProblemDetails {
  const { status, title } = PROBLEMS[kind];
  const errors = fields?.map(({ field, rule }) => ({ pointer: pointerTo(field), detail: rule }));
  return { type: BASE + kind, title: title[language], status, detail, errors };
}

/** The best of fi, sv and en for an Accept-Language header; Finnish when it asks for none of them. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const [best] = (acceptLanguage ?? '')
    .split(',')
    .flatMap(wishIn)
    .sort((a, b) => b.quality - a.quality);
  return best?.language ?? 'fi';
}

const LANGUAGES = ['fi', 'sv', 'en'] as const;

/** One range of the header, where it asks for a language of ours: `sv-FI;q=0.8`. A quality of 0 says no. */
function wishIn(range: string): { language: Language; quality: number }[] {
  const [tag = '', weight = '1'] = range
    .trim()
    .toLowerCase()
    .split(/\s*;\s*q=/);
  const language = LANGUAGES.find((known) => known === tag.split('-')[0]);
  const quality = Number(weight);
  return language && quality > 0 ? [{ language, quality }] : [];
}

/** The JSON Pointer of a dotted path. */
export function pointerTo(field: string): string {
  return field === '' ? '' : `/${field.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('.', '/')}`;
}
