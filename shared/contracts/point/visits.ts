import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { identifiedBy } from '#shared/domain/access/desk-visit';
import { formOfId } from '#shared/domain/message/identity-code';
import { instant } from '#shared/kernel/time';

const LANGUAGE = {
  name: 'accept-language',
  required: false,
  description: 'Language of problem titles: fi, sv or en.',
} as const;

/** Headers of every call within a visit. */
export const DESK_HEADERS = [
  { name: 'x-visit', required: true, description: 'The visit, as it was begun by the same official.' },
  LANGUAGE,
] as const;

/** What any call within a visit may be refused with. */
export const DESK_PROBLEMS = [
  'unauthorized',
  'weakly-identified',
  'role-missing',
  'visit-required',
  'mandate-missing',
  'act-not-covered',
  'own-matter',
  'powers-unknown',
  'not-found',
  'too-many',
] as const;

const visitOrder = z
  .strictObject({
    visitorId: z
      .string()
      .check(z.refine((id) => formOfId(id) === 'PERSON', { error: 'must be a valid personal identity code' })),
    onBehalfOf: z.optional(
      z.string().check(
        z.refine((id) => formOfId(id) !== undefined, {
          error: 'must be a valid personal identity code or business id',
        }),
      ),
    ),
    identifiedBy,
    reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(500)),
  })
  .register(z.globalRegistry, {
    id: 'VisitOrder',
    description:
      'Who stands at the desk, for whom as guardian or representative where not for themself, by what the official is sure of ' +
      'it, and why the official acts. Whom it is about reads the reason.',
  });

const begunVisit = z
  .object({
    /** Named in `x-visit` by every call within the visit. */
    visit: z.string(),
    name: z.string(),
    /** Whom the visitor stands in for, as the registers say. */
    principal: z.optional(z.object({ name: z.string(), role: z.enum(['GUARDIAN', 'REPRESENTATIVE', 'AGENT']) })),
    endsAt: instant,
  })
  .register(z.globalRegistry, {
    id: 'Visit',
    description: 'Half an hour with one visitor, for one official. The name is for comparing with the document.',
  });

export const beginVisit = operation({
  operationId: 'beginVisit',
  front: 'point',
  caller: 'official',
  method: 'POST',
  path: '/point/v1/visits',
  summary: 'Begin to serve an identified visitor; entered in the visitor’s log',
  headers: [LANGUAGE],
  params: nothing,
  query: nothing,
  body: visitOrder,
  responses: {
    201: { description: 'Begun.', schema: begunVisit },
    ...problemResponses(
      'body-invalid',
      'unauthorized',
      'weakly-identified',
      'role-missing',
      'own-matter',
      'guardian-required',
      'mandate-missing',
      'act-not-covered',
      'powers-unknown',
      'too-many',
    ),
  },
});
