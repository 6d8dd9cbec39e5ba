import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { messageId, serviceId } from '#shared/domain/message/ids';
import { dataChannel } from '#shared/domain/own-data/channel';
import { calendarDate, instant } from '#shared/kernel/time';

const dataWish = z
  .strictObject({
    authorityId: z.string().check(z.minLength(1), z.maxLength(64)),
    /** In the person's own words. */
    what: z.string().check(z.minLength(1), z.maxLength(4000)),
    /** Where the authority names no service for this. */
    serviceId: z.optional(serviceId),
  })
  .register(z.globalRegistry, {
    id: 'DataWish',
    description: 'A request to an authority to see what it holds on me (2016/679 art. 15).',
  });

export const requestState = z.enum(['OPEN', 'EXTENDED', 'OVERDUE', 'ANSWERED']);

export const ownRequestView = z
  .object({
    requestId: z.string(),
    authorityId: z.string(),
    /** In the language of the request. */
    authority: z.optional(z.string()),
    channel: dataChannel,
    what: z.string(),
    state: requestState,
    receivedAt: instant,
    /** Last day for the answer, an extension counted in. */
    dueDate: calendarDate,
    /** The message that took the request to the authority. */
    messageId: z.optional(messageId),
    extension: z.optional(z.object({ at: instant, reason: z.string() })),
    answer: z.optional(z.object({ answeredAt: instant, messageId: z.optional(messageId) })),
    /** How the request and its answer travel safely. */
    guidance: z.string(),
    /** The authority's own words and page. */
    instructions: z.optional(z.string()),
    link: z.optional(z.string()),
  })
  .register(z.globalRegistry, { id: 'DataRequest' });

const shared = {
  front: 'me',
  caller: 'person',
  path: '/me/v1/data-requests',
  headers: PERSON_HEADERS,
  params: nothing,
  query: nothing,
  body: nothing,
} as const;

export const requestData = operation({
  ...shared,
  operationId: 'requestData',
  method: 'POST',
  summary: 'Ask an authority for what it holds on me',
  description:
    'The answer is due in one month, or in three where the authority says why within the first. Only for oneself.',
  body: dataWish,
  responses: {
    201: { description: 'With the authority.', schema: ownRequestView },
    ...problemResponses('body-invalid', 'unauthorized', 'weakly-identified', 'mandate-missing', 'own-data-for-another'),
  },
});

export const listDataRequests = operation({
  ...shared,
  operationId: 'listDataRequests',
  method: 'GET',
  summary: 'My requests to authorities, newest first',
  query: z.object({ after: z.optional(z.string().check(z.maxLength(128))) }),
  responses: {
    200: {
      description: 'A page of the list.',
      schema: z.object({ requests: z.array(ownRequestView), next: z.optional(z.string()) }),
    },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'own-data-for-another'),
  },
});

export const showDataRequest = operation({
  ...shared,
  operationId: 'showDataRequest',
  method: 'GET',
  path: '/me/v1/data-requests/{requestId}',
  summary: 'One of my requests, with its due date',
  params: z.object({ requestId: z.string() }),
  responses: {
    200: { description: 'The request.', schema: ownRequestView },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'own-data-for-another', 'not-found'),
  },
});
