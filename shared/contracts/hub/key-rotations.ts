import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { instant } from '#shared/kernel/time';

const orderBody = z.strictObject({ version: z.int().check(z.minimum(2), z.maximum(9999)) }).register(z.globalRegistry, {
  id: 'KeyRotationOrder',
  description: 'The version to go over to: the one after the current.',
});

const rotationView = z
  .object({
    phase: z.enum(['SETTLED', 'OPENING', 'MOVING']),
    current: z.int(),
    /** Live beside the current one, while a rotation is open. */
    previous: z.optional(z.int()),
    /** When the last rotation was opened or, where none is open, ended. */
    changedAt: z.optional(instant),
    /** Rows the walk has moved in this rotation or, where none is open, in the last. */
    moved: z.int(),
    walk: z.optional(z.object({ from: instant, partsDone: z.int(), parts: z.int() })),
  })
  .register(z.globalRegistry, {
    id: 'KeyRotation',
    description: 'The key that keyed hashes of identity codes and business ids are made with.',
  });

const shared = {
  front: 'hub',
  caller: 'operator',
  path: '/hub/v1/key-rotations',
  params: nothing,
  query: nothing,
} as const;

export const openKeyRotation = operation({
  ...shared,
  operationId: 'openKeyRotation',
  method: 'POST',
  summary: 'Change the key that hashes of identity codes are made with; nothing stops meanwhile',
  description:
    'A repeated call changes nothing. Refused while another rotation is open, and for an hour after one has ended.',
  body: orderBody,
  responses: {
    200: { description: 'It is the current version already.', schema: rotationView },
    201: { description: 'Opened: both versions are live.', schema: rotationView },
    ...problemResponses('body-invalid', 'unauthorized', 'conflict'),
  },
});

export const showKeyRotation = operation({
  ...shared,
  operationId: 'showKeyRotation',
  method: 'GET',
  summary: 'Which versions of the key are live, and how far the change has come',
  body: nothing,
  responses: {
    200: { description: 'The rotation, open or ended.', schema: rotationView },
    ...problemResponses('unauthorized'),
  },
});
