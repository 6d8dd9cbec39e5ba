import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { matterChoice } from '#shared/contracts/me/matters';
import { DESK_HEADERS, DESK_PROBLEMS } from '#shared/contracts/point/visits';
import { postalAddress } from '#shared/domain/message/address';
import { serviceId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

const visitorsMatter = z
  .object({
    serviceId,
    matterId: z.string(),
    kind: z.enum(['PAPER', 'PROCESS_ADDRESS']),
    processAddress: z.optional(
      z.object({
        type: z.enum(['POSTAL', 'MESSAGES', 'AGENT']),
        address: z.optional(postalAddress),
        noticeEmail: z.optional(z.string()),
      }),
    ),
    declaredAt: instant,
  })
  .register(z.globalRegistry, {
    id: 'VisitorsMatter',
    description:
      'The choice in force for a matter of the visitor: of a protected person without any address, and of an agent ' +
      'without the code.',
  });

const shared = { front: 'point', caller: 'official', headers: DESK_HEADERS } as const;
const one = {
  ...shared,
  path: '/point/v1/matters/{serviceId}/{matterId}',
  params: z.object({ serviceId: z.string(), matterId: z.string() }),
  query: nothing,
} as const;

export const listVisitorsMatters = operation({
  ...shared,
  operationId: 'listVisitorsMatters',
  method: 'GET',
  path: '/point/v1/matters',
  summary: 'The choices of the visitor for single matters',
  description: 'A page may be short though `next` stands in it; where it does not, there is no more.',
  params: nothing,
  query: z.object({ after: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))) }),
  body: nothing,
  responses: {
    200: {
      description: 'A page of them.',
      schema: z.object({ matters: z.array(visitorsMatter), next: z.optional(z.string()) }),
    },
    ...problemResponses('body-invalid', ...DESK_PROBLEMS),
  },
});

export const setVisitorsMatter = operation({
  ...one,
  operationId: 'setVisitorsMatter',
  method: 'PUT',
  summary: 'Choose paper or a process address for a matter of the visitor; in force at once',
  body: matterChoice,
  responses: {
    200: { description: 'The choice in force.', schema: visitorsMatter },
    ...problemResponses('body-invalid', ...DESK_PROBLEMS),
  },
});

export const clearVisitorsMatter = operation({
  ...one,
  operationId: 'clearVisitorsMatter',
  method: 'DELETE',
  summary: 'Take the visitor’s choice for a matter back; in force at once',
  body: nothing,
  responses: { 204: { description: 'There is no choice for the matter.' }, ...problemResponses(...DESK_PROBLEMS) },
});
