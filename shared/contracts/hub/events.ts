import * as z from 'zod/mini';
import { eventView } from '#shared/contracts/hub/event-view';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { deliveryId, externalId, messageId, serviceId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** Most events in one answer, and how many there are where nothing else is asked for. */
export const HUB_EVENTS = { most: 1000, usual: 100 } as const;

const cloudEvent = z
  .object({
    specversion: z.literal('1.0'),
    /** Permanent: the delivery and the place of the fact in it. */
    id: z.string(),
    source: z.string(),
    type: z.string(),
    subject: deliveryId,
    time: instant,
    datacontenttype: z.literal('application/json'),
    data: z.extend(eventView, { messageId, deliveryId, serviceId, externalId: z.optional(externalId) }),
  })
  .register(z.globalRegistry, { id: 'HubEvent', description: 'A fact of a delivery in a CloudEvents 1.0 envelope.' });

export const listHubEvents = operation({
  operationId: 'listHubEvents',
  front: 'hub',
  method: 'GET',
  path: '/hub/v1/events',
  summary: 'Every fact of every delivery, each legal milestone among them',
  description: 'Keep `after` of every answer and go on from it. An empty list means that there is nothing new.',
  caller: 'system',
  params: nothing,
  query: z.object({
    after: z.optional(z.string()),
    limit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,3}$/, 'is a whole number from 1 to 1000'))),
  }),
  body: nothing,
  responses: {
    200: {
      description: 'The next events.',
      schema: z.object({ events: z.array(cloudEvent), after: z.string() }),
    },
    ...problemResponses('unauthorized', 'body-invalid'),
  },
});
