import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { holding } from '#shared/domain/own-data/erasure';
import { instant } from '#shared/kernel/time';

const erasureView = z
  .object({
    /** What goes, or has gone with this call. */
    goes: z.array(holding),
    stays: z.array(z.object({ holding, statute: z.string(), reason: z.string(), until: z.string() })),
    /** The newest erasure there was: DONE tells that it was done. */
    newest: z.optional(
      z.object({
        erasureId: z.string(),
        at: instant,
        state: z.enum(['STARTED', 'DONE']),
        withdrawConsent: z.boolean(),
        erased: z.array(holding),
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'ErasureView',
    description: 'What an erasure takes, and of the rest why and until when it is kept (2016/679 art. 17).',
  });

const shared = {
  front: 'me',
  caller: 'person',
  path: '/me/v1/erasures',
  headers: PERSON_HEADERS,
  params: nothing,
} as const;
const refusals = [
  'body-invalid',
  'unauthorized',
  'weakly-identified',
  'mandate-missing',
  'own-data-for-another',
] as const;

export const showErasure = operation({
  ...shared,
  operationId: 'showErasure',
  method: 'GET',
  summary: 'What an erasure would take and leave; nothing is changed',
  query: z.object({ withdrawConsent: z.optional(z.enum(['true', 'false'])) }),
  body: nothing,
  responses: { 200: { description: 'A dry run.', schema: erasureView }, ...problemResponses(...refusals) },
});

export const eraseOwnData = operation({
  ...shared,
  operationId: 'eraseOwnData',
  method: 'POST',
  summary: 'Erase what the law lets go; the consent is withdrawn only when asked',
  query: nothing,
  body: z
    .strictObject({ withdrawConsent: z._default(z.boolean(), false) })
    .register(z.globalRegistry, { id: 'ErasureWish' }),
  responses: { 200: { description: 'Done.', schema: erasureView }, ...problemResponses(...refusals) },
});
