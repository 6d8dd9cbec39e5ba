import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { mandateParty, mandateView, mandateWish } from '#shared/contracts/me/mandates';
import { DESK_HEADERS, DESK_PROBLEMS } from '#shared/contracts/point/visits';
import { paperEvidence } from '#shared/domain/mandate/mandate';

const paperMandate = z
  .extend(mandateWish, {
    principal: mandateParty,
    evidence: z.strictObject({
      sha256: paperEvidence.shape.sha256,
      mediaType: z.nonoptional(paperEvidence.shape.mediaType),
    }),
  })
  .register(z.globalRegistry, {
    id: 'PaperMandate',
    description:
      'A mandate on paper: both parties named as on it, one of them the visitor, and the SHA-256 of its scan, which stays ' +
      'with the organisation.',
  });

const checkedMandate = z.extend(mandateView, { evidence: z.optional(paperEvidence) }).register(z.globalRegistry, {
  id: 'CheckedMandate',
  description: 'A mandate of the visitor, with the proof of the paper it was given on.',
});

const shared = { front: 'point', caller: 'official', query: nothing, headers: DESK_HEADERS } as const;

export const listVisitorsMandates = operation({
  ...shared,
  operationId: 'listVisitorsMandates',
  method: 'GET',
  path: '/point/v1/mandates',
  summary: 'Check the mandates the visitor has given, holds or is offered, ended ones too',
  params: nothing,
  body: nothing,
  responses: {
    200: {
      description: 'Every mandate the visitor is a party to; `offered` are those that wait for the visitor’s answer.',
      schema: z.object({
        given: z.array(checkedMandate),
        held: z.array(checkedMandate),
        offered: z.array(checkedMandate),
      }),
    },
    ...problemResponses(...DESK_PROBLEMS),
  },
});

export const registerMandate = operation({
  ...shared,
  operationId: 'registerMandate',
  method: 'POST',
  path: '/point/v1/mandates',
  summary: 'Register a mandate on paper that the visitor brings',
  description:
    'Brought by its holder it is in force at once; brought by its giver it waits for the holder. Both are told by e-mail, ' +
    'where they have given an address.',
  params: nothing,
  body: paperMandate,
  responses: {
    201: { description: 'Registered.', schema: checkedMandate },
    ...problemResponses('body-invalid', ...DESK_PROBLEMS),
  },
});

export const cancelMandate = operation({
  ...shared,
  operationId: 'cancelMandate',
  method: 'DELETE',
  path: '/point/v1/mandates/{mandateId}',
  summary: 'Cancel a mandate the visitor has given, or give up one the visitor holds; out of force at once',
  params: z.object({ mandateId: z.string() }),
  body: nothing,
  responses: {
    204: { description: 'The mandate is not in force.' },
    ...problemResponses(...DESK_PROBLEMS),
  },
});
