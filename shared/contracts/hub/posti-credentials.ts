import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { postiCredentials } from '#shared/domain/delivery-postal/posti-account';
import { serviceId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

const body = z.strictObject(postiCredentials.shape).register(z.globalRegistry, {
  id: 'PostiCredentials',
  description: 'What letters of a service are sent by whose message names none: those the hub writes itself.',
});

const view = z
  .object({
    serviceId,
    username: z.string(),
    email: z.string(),
    costPool: z.optional(z.string()),
    sender: postiCredentials.shape.sender,
    changedAt: instant,
  })
  .register(z.globalRegistry, { id: 'PostiCredentialsView', description: 'The password is never told.' });

const shared = {
  front: 'hub',
  caller: 'system',
  path: '/hub/v1/services/{serviceId}/posti-credentials',
  params: z.object({ serviceId: z.string() }),
  query: nothing,
} as const;

export const putPostiCredentials = operation({
  ...shared,
  operationId: 'putPostiCredentials',
  method: 'PUT',
  summary: 'Enter the Posti credentials of a service, or replace them',
  body,
  responses: {
    200: { description: 'From now on.', schema: view },
    ...problemResponses('body-invalid', 'unauthorized', 'not-found'),
  },
});

export const showPostiCredentials = operation({
  ...shared,
  operationId: 'showPostiCredentials',
  method: 'GET',
  summary: 'The Posti credentials of a service, without their password',
  body: nothing,
  responses: {
    200: { description: 'As they stand.', schema: view },
    ...problemResponses('unauthorized', 'not-found'),
  },
});

export const dropPostiCredentials = operation({
  ...shared,
  operationId: 'dropPostiCredentials',
  method: 'DELETE',
  summary: 'Forget the Posti credentials of a service',
  body: nothing,
  responses: { 204: { description: 'Forgotten.' }, ...problemResponses('unauthorized', 'not-found') },
});
