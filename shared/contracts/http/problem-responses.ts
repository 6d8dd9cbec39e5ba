import type { Response } from '#shared/contracts/http/operation';
import { PROBLEMS, type ProblemKind } from '#shared/contracts/problem-kinds';
import { problemDetails } from '#shared/contracts/problems';

/** Who may miss a mandate may also hold one that is too narrow, have to act by another, or find its register away. */
const TOGETHER: Partial<Readonly<Record<ProblemKind, readonly ProblemKind[]>>> = {
  'mandate-missing': ['act-not-covered', 'guardian-required', 'representative-required', 'powers-unknown'],
};

/** Responses of an operation for the problems it may answer with, by status. */
export function problemResponses(...kinds: readonly ProblemKind[]): Record<number, Response> {
  const responses: Record<number, Response> = {};
  const all = kinds.flatMap((kind) => [kind, ...(TOGETHER[kind] ?? [])]);
  for (const kind of [...all, 'fault'] as const) {
    const { status, title } = PROBLEMS[kind];
    const earlier = responses[status];
    const description = earlier ? `${earlier.description}; ${kind}: ${title.en}` : `${kind}: ${title.en}`;
    responses[status] = { description, schema: problemDetails, mediaType: 'application/problem+json' };
  }
  return responses;
}
