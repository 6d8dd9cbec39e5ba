import type { Response } from '#shared/contracts/http/operation';
import { PROBLEMS, type ProblemKind, problemDetails } from '#shared/contracts/problems';

/** Responses of an operation for the problems it may answer with, by status. */
export function problemResponses(...kinds: readonly ProblemKind[]): Record<number, Response> {
  const responses: Record<number, Response> = {};
  for (const kind of [...kinds, 'fault'] as const) {
    const { status, title } = PROBLEMS[kind];
    const earlier = responses[status];
    const description = earlier ? `${earlier.description}; ${kind}: ${title.en}` : `${kind}: ${title.en}`;
    responses[status] = { description, schema: problemDetails, mediaType: 'application/problem+json' };
  }
  return responses;
}
