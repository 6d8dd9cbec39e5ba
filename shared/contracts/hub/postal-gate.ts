import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { postalGate } from '#shared/domain/delivery-postal/postal-gate';

const gateBody = z
  .strictObject({
    open: z.boolean(),
    /** Kept as written: name no recipient. */
    reason: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  })
  .register(z.globalRegistry, {
    id: 'PostalGate',
    description: 'While it is shut no letter is handed over for printing: all wait on the shelf.',
  });

const gateView = z.object(postalGate.shape).register(z.globalRegistry, { id: 'PostalGateView' });

const shared = {
  front: 'hub',
  caller: 'operator',
  path: '/hub/v1/postal-gate',
  params: nothing,
  query: nothing,
} as const;

export const putPostalGate = operation({
  ...shared,
  operationId: 'putPostalGate',
  method: 'PUT',
  summary: 'Stop every letter, or let them go again',
  body: gateBody,
  responses: {
    200: { description: 'From now on.', schema: gateView },
    ...problemResponses('body-invalid', 'unauthorized'),
  },
});

export const showPostalGate = operation({
  ...shared,
  operationId: 'showPostalGate',
  method: 'GET',
  summary: 'Whether letters may go',
  body: nothing,
  responses: { 200: { description: 'As it stands.', schema: gateView }, ...problemResponses('unauthorized') },
});
