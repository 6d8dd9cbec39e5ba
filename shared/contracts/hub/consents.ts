import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { instant } from '#shared/kernel/time';

/** Most changes in one answer, and how many there are where nothing else is asked for. */
export const CONSENT_CHANGES = { most: 1000, usual: 100 } as const;

const consentChange = z
  .object({
    /** HMAC-SHA-256 of the identity code or business id under the authority's own key, as 64 hexadecimal digits. */
    hash: z.string(),
    /** Whether messages may go electronically by consent since then. */
    electronic: z.boolean(),
    /** Counts the changes of that consent: a greater one is newer. */
    version: z.int(),
    at: instant,
  })
  .register(z.globalRegistry, { id: 'ConsentChange' });

export const listConsents = operation({
  operationId: 'listConsents',
  front: 'hub',
  caller: 'system',
  method: 'GET',
  path: '/hub/v1/consents',
  summary: 'Changes of consents, by hashes under a key of the authority',
  description:
    'For authorities that the operator has let have it; to all others there is no such feed. Keep `after` of every answer ' +
    'and go on from it; an empty list means that there is nothing new. Where `keyVersion` has grown the authority has been ' +
    'given another key: read from the beginning with it.',
  params: nothing,
  query: z.object({
    after: z.optional(z.string()),
    limit: z.optional(z.string().check(z.regex(/^([1-9]\d{0,2}|1000)$/, 'is a whole number from 1 to 1000'))),
  }),
  body: nothing,
  responses: {
    200: {
      description: 'The next changes.',
      schema: z
        .object({ consents: z.array(consentChange), keyVersion: z.int(), after: z.string() })
        .register(z.globalRegistry, { id: 'ConsentChanges' }),
    },
    ...problemResponses('unauthorized', 'not-found', 'body-invalid'),
  },
});
