import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { requestState } from '#shared/contracts/me/data-requests';
import { actor } from '#shared/domain/message/actor';
import { messageId } from '#shared/domain/message/ids';
import { dataChannel } from '#shared/domain/own-data/channel';
import { calendarDate, instant } from '#shared/kernel/time';
import { toldInstant } from '#shared/kernel/told-instant';

const receivedRequestView = z
  .object({
    requestId: z.string(),
    channel: dataChannel,
    what: z.string(),
    requester: z.object({ id: z.string(), name: z.string(), assurance: actor.shape.assurance }),
    state: requestState,
    receivedAt: instant,
    /** Last day for the answer, an extension counted in. */
    dueDate: calendarDate,
    /** The message the request came in. */
    messageId: z.optional(messageId),
    extendedAt: z.optional(instant),
    answer: z.optional(z.object({ answeredAt: instant, messageId: z.optional(messageId) })),
  })
  .register(z.globalRegistry, {
    id: 'ReceivedDataRequest',
    description: 'A strongly identified person asks this authority for what it holds on them.',
  });

const shared = { front: 'hub', caller: 'system' } as const;
const withId = z.object({ requestId: z.string() });
const SHOWN = { description: 'The request as it stands.', schema: receivedRequestView };

export const listReceivedRequests = operation({
  ...shared,
  operationId: 'listReceivedDataRequests',
  method: 'GET',
  path: '/hub/v1/data-requests',
  summary: 'Requests of people for what this authority holds on them',
  description: 'All newest first; OPEN and OVERDUE ones oldest first. A page may be empty while another follows.',
  params: nothing,
  query: z.object({
    state: z._default(z.enum(['ALL', 'OPEN', 'OVERDUE']), 'ALL'),
    after: z.optional(z.string().check(z.maxLength(128))),
  }),
  body: nothing,
  responses: {
    200: {
      description: 'A page of the list.',
      schema: z.object({ requests: z.array(receivedRequestView), next: z.optional(z.string()) }),
    },
    ...problemResponses('body-invalid', 'unauthorized'),
  },
});

export const answerDataRequest = operation({
  ...shared,
  operationId: 'answerDataRequest',
  method: 'POST',
  path: '/hub/v1/data-requests/{requestId}/answers',
  summary: 'Put on record that a request was answered, and by which message',
  params: withId,
  query: nothing,
  body: z
    .strictObject({
      answeredAt: toldInstant,
      messageId: z.optional(messageId),
      recipientVerified: z.optional(z.boolean()),
    })
    .register(z.globalRegistry, {
      id: 'DataAnswer',
      description: 'By secure mail `recipientVerified` must be true, unless a message of the hub is the answer.',
    }),
  responses: { 200: SHOWN, ...problemResponses('body-invalid', 'unauthorized', 'not-found', 'conflict') },
});

export const extendDataRequest = operation({
  ...shared,
  operationId: 'extendDataRequest',
  method: 'POST',
  path: '/hub/v1/data-requests/{requestId}/extensions',
  summary: 'Take two months more, once and within the first; the person is shown why',
  params: withId,
  query: nothing,
  body: z
    .strictObject({ reason: z.string().check(z.minLength(1), z.maxLength(2000)) })
    .register(z.globalRegistry, { id: 'DataExtension' }),
  responses: { 200: SHOWN, ...problemResponses('body-invalid', 'unauthorized', 'not-found', 'conflict') },
});
