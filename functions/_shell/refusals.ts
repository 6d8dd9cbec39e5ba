import type { Answer, HttpRequest } from '#functions/_shell/http';
import type { Front } from '#shared/contracts/http/operation';
import { PROBLEMS, type ProblemKind } from '#shared/contracts/problem-kinds';
import { type ProblemExtra, languageOf, problem } from '#shared/contracts/problems';
import type { FieldProblem } from '#shared/domain/message/field-problem';

/** Problems in one line for the fronts whose errors are a sentence. */
const MOST_NAMED = 20;

/** An error of the national API: `{ reason }`. */
export function reasonAnswer(status: number, reason: string): Answer {
  return { status, json: { reason } };
}

/** A refused body on the Suomi.fi front: `{ reason }`, naming each field and rule. */
export function fieldsAnswer(fields: readonly FieldProblem[]): Answer {
  return reasonAnswer(400, fields.slice(0, MOST_NAMED).map(sentence).join('; '));
}

/** The longer form of the calls that list their problems. */
export function listedFieldsAnswer(fields: readonly FieldProblem[]): Answer {
  const validationErrors = fields.map((field) => ({
    error: sentence(field),
    ...(field.code ? { errorCode: field.code } : {}),
  }));
  return { status: 400, json: { reason: fields.slice(0, MOST_NAMED).map(sentence).join('; '), validationErrors } };
}

/** An RFC 9457 problem in the caller's language. */
export function problemAnswer(request: HttpRequest, kind: ProblemKind, extra?: ProblemExtra): Answer {
  const json = problem(kind, languageOf(request.headers['accept-language']), extra);
  return { status: PROBLEMS[kind].status, headers: { 'content-type': 'application/problem+json' }, json };
}

/** Refuses in the form of the front a call belongs to. */
export function refusalAnswer(
  { front, request }: { front: Front; request: HttpRequest },
  kind: ProblemKind,
  extra?: ProblemExtra,
): Answer {
  if (front !== 'suomifi' && front !== 'meta') return problemAnswer(request, kind, extra);
  const fields = extra?.fields;
  return fields ? fieldsAnswer(fields) : reasonAnswer(PROBLEMS[kind].status, extra?.detail ?? PROBLEMS[kind].title.en);
}

function sentence({ field, rule }: FieldProblem): string {
  return field === '' ? rule : `${field}: ${rule}`;
}
