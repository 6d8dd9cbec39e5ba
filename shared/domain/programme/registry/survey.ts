import * as z from 'zod/mini';
import { texts } from '#shared/domain/programme/words';
import { code, count, line, rowId, year } from '#shared/domain/programme/fields';
import { calendarDate } from '#shared/kernel/time';

export const question = z.object({
  id: code,
  text: texts,
  kind: z.enum(['TEXT', 'NUMBER', 'CHOICE', 'YES_NO']),
  choices: z.optional(z.array(code)),
  /** It asks for somebody to turn to: its answers are told to nobody but who collects them. */
  contact: z.optional(z.boolean()),
});

/** A round of the survey behind the roadmap. @see REQ-228, REQ-236 to 239, REQ-257 */
export const surveyRound = z.object({
  year,
  names: z.optional(texts),
  collector: z.optional(rowId),
  openedOn: z.optional(calendarDate),
  closedOn: z.optional(calendarDate),
  /** First and last year the roadmap covers. */
  coversFrom: z.optional(year),
  coversTo: z.optional(year),
  recipientGroups: z._default(z.array(line), []),
  /** The round before: its id where it is one of the hub's, and how many services it had. */
  previousRound: z.optional(z.object({ id: z.optional(rowId), year: z.optional(year), services: z.optional(count) })),
  questions: z._default(z.array(question), []),
  /** Whether services by interface only count as services (I-11). */
  apiOnlyIncluded: z._default(z.boolean(), false),
  /** Whether everybody may read what was answered (REQ-233). */
  answersPublic: z.optional(z.boolean()),
});
export type SurveyRound = z.infer<typeof surveyRound>;

/** What was answered about one service, by question. */
export const surveyAnswer = z.object({
  roundId: rowId,
  organisationId: rowId,
  serviceId: z.optional(rowId),
  answeredOn: z.optional(calendarDate),
  answers: z.record(code, z.union([z.string().check(z.maxLength(4000)), z.number(), z.boolean()])),
});
export type SurveyAnswer = z.infer<typeof surveyAnswer>;
