import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { instant } from '#shared/kernel/time';
import { toldInstant } from '#shared/kernel/told-instant';

const outageFields = {
  /** What does not work: the mailbox, the notices. It counts for every authority. */
  scope: z.string().check(z.minLength(1), z.maxLength(256)),
  startedAt: toldInstant,
  endedAt: z.optional(toldInstant),
  prolonged: z._default(z.boolean(), false),
};

const outageBody = z
  .strictObject(outageFields)
  .check(
    z.refine(({ startedAt, endedAt }) => endedAt === undefined || startedAt <= endedAt, {
      path: ['endedAt'],
      error: 'must not be before startedAt',
    }),
  )
  .register(z.globalRegistry, {
    id: 'Outage',
    description: 'While it is open, what would go to a mailbox waits; when it is prolonged, it goes on paper.',
  });

const outageView = z
  .object({
    outageId: z.string(),
    ...outageFields,
    startedAt: instant,
    endedAt: z.optional(instant),
    prolonged: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'OutageView' });

const shared = {
  front: 'hub',
  caller: 'operator',
  path: '/hub/v1/outages/{id}',
  params: z.object({ id: z.string() }),
  query: nothing,
} as const;

export const putOutage = operation({
  ...shared,
  operationId: 'putOutage',
  method: 'PUT',
  summary: 'Declare an outage of mailboxes or notices, end it, or say that it will last',
  body: outageBody,
  responses: {
    200: { description: 'Amended.', schema: outageView },
    201: { description: 'Declared.', schema: outageView },
    ...problemResponses('body-invalid', 'unauthorized'),
  },
});

export const showOutage = operation({
  ...shared,
  operationId: 'showOutage',
  method: 'GET',
  summary: 'An outage as declared',
  body: nothing,
  responses: {
    200: { description: 'The outage.', schema: outageView },
    ...problemResponses('unauthorized', 'not-found'),
  },
});
