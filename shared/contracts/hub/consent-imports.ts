import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { problemDetails } from '#shared/contracts/problems';
import { importError } from '#shared/domain/row-import/import-error';

const findings = {
  /** Rows that are in force now, or would be. */
  entered: z.int(),
  /** Rows that stood already, word for word. */
  unchanged: z.int(),
  /** Rows kept out by a newer choice. */
  kept: z.int(),
  errors: z.array(importError),
  /** One for each row kept out. */
  warnings: z.array(importError),
};

const consentImport = z.object(findings).register(z.globalRegistry, { id: 'ConsentImport' });

const consentImportRefused = z
  .object({ ...z.omit(problemDetails, { errors: true }).shape, ...findings })
  .register(z.globalRegistry, { id: 'ConsentImportRefused' });

const yesOrNo = z.optional(z.enum(['true', 'false']));

export const importConsents = operation({
  operationId: 'importConsents',
  front: 'hub',
  caller: 'operator',
  method: 'POST',
  path: '/hub/v1/consent-imports',
  summary: 'Bring consents from another register, with where they come from',
  description:
    'A row takes the place of an older choice and never of a newer one. Anything wrong keeps all rows out. Sending the ' +
    'same rows again changes nothing, and finishes an import that was cut short. With dryRun=true nothing is entered; ' +
    'with tell=true the people are told by e-mail.',
  params: nothing,
  query: z.object({ dryRun: yesOrNo, tell: yesOrNo }),
  body: nothing,
  textBody: {
    mediaTypes: ['application/json'],
    description:
      'An object with a list named rows of { id, electronic, email?, language, givenAt, textVersion, source: SUOMIFI_SYNC or ' +
      'AUTHORITY_MIGRATION, provenance }. At most 1000 rows and 6 MB.',
  },
  responses: {
    200: {
      description: 'Every row is in force, stood already or gave way; or, in a dry run, would.',
      schema: consentImport,
    },
    ...problemResponses('unauthorized', 'too-large', 'type-refused', 'import-refused', 'body-invalid'),
    422: {
      description: 'import-refused: something is wrong, and nothing was entered.',
      schema: consentImportRefused,
      mediaType: 'application/problem+json',
    },
  },
});
