import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { exceptionGround } from '#shared/domain/channel/duty-exception';
import { formOfId } from '#shared/domain/message/identity-code';
import { calendarDate } from '#shared/kernel/time';

const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

const exceptionFields = {
  recipientId: z
    .string()
    .check(z.refine((id) => formOfId(id) !== undefined, 'is no business id and no personal identity code')),
  /** Absent: every matter of the authority. */
  matterId: z.optional(line(128)),
  from: calendarDate,
  to: calendarDate,
  ground: exceptionGround,
  decidedBy: line(256),
};

const exceptionBody = z
  .strictObject(exceptionFields)
  .check(z.refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be before from' }))
  .register(z.globalRegistry, {
    id: 'Exception',
    description: 'An individual exception to the duty of businesses; both days are inclusive, in Helsinki.',
  });

const exceptionView = z
  .object({ exceptionId: z.string(), ...exceptionFields, recipientId: z.string() })
  .register(z.globalRegistry, { id: 'ExceptionView' });

const shared = {
  front: 'hub',
  caller: 'system',
  path: '/hub/v1/exceptions/{id}',
  params: z.object({ id: z.string() }),
  query: nothing,
} as const;

export const putException = operation({
  ...shared,
  operationId: 'putException',
  method: 'PUT',
  summary: 'Grant an individual exception to the duty of businesses, or replace one',
  body: exceptionBody,
  responses: {
    200: { description: 'Replaced.', schema: exceptionView },
    201: { description: 'Granted.', schema: exceptionView },
    ...problemResponses('body-invalid', 'unauthorized'),
  },
});

export const showException = operation({
  ...shared,
  operationId: 'showException',
  method: 'GET',
  summary: 'An exception of this authority',
  body: nothing,
  responses: {
    200: { description: 'The exception.', schema: exceptionView },
    ...problemResponses('unauthorized', 'not-found'),
  },
});
