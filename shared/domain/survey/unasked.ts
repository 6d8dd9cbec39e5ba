import type { SurveyAnswer, SurveyRound } from '#shared/domain/programme/registry/survey';

/** Questions somebody answered that the round does not ask. @see REQ-236 */
export function unaskedIn(
  { answers }: Pick<SurveyAnswer, 'answers'>,
  { questions }: Pick<SurveyRound, 'questions'>,
): readonly string[] {
  const asked = new Set(questions.map(({ id }) => id));
  return Object.keys(answers).filter((id) => !asked.has(id));
}

/** The rule of an answer nobody asked for. */
export const UNASKED = 'UNKNOWN_QUESTION: the round does not ask this';
