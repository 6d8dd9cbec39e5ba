import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { problemDetails } from '#shared/contracts/problems';
import { CATALOGUE_ROWS } from '#shared/domain/programme/catalogue';
import { KIND_NAMES } from '#shared/domain/programme/kinds';
import { importError } from '#shared/domain/row-import/import-error';

/** Largest body of an import, in bytes: what a function takes. */
export const MAX_IMPORT_BYTES = 6_000_000;

export const IMPORT_MEDIA_TYPES = ['application/json', 'text/csv'] as const;

const findings = { accepted: z.int(), errors: z.array(importError), warnings: z.array(importError) };

/** What became of an import. */
export const importResult = z.object(findings).register(z.globalRegistry, {
  id: 'ImportResult',
  description:
    'How many rows were entered, or would be: all, or none when there are errors. Warnings keep nothing out.',
});

/** A problem with what is wrong with each row beside it. */
export const importRefused = z
  .object({ ...z.omit(problemDetails, { errors: true }).shape, ...findings })
  .register(z.globalRegistry, { id: 'ImportRefused' });

export const importQuery = z.object({
  dryRun: z.optional(z.enum(['true', 'false'])),
  /** The register whose rows a CSV file holds. */
  kind: z.optional(z.enum([...KIND_NAMES, CATALOGUE_ROWS])),
});

/** What is the same of every import, whichever registers its rows go into. */
export const importShape = {
  method: 'POST',
  params: nothing,
  body: nothing,
  textBody: {
    mediaTypes: IMPORT_MEDIA_TYPES,
    description:
      'JSON: an object with a list of rows for each register. CSV: the rows of the register named by kind, in UTF-8, ' +
      'columns named by dotted paths, separated by ; or , or the tabulator. At most 10 000 rows and 6 MB.',
  },
  responses: {
    200: { description: 'Everything was entered; or, in a dry run, what would have happened.', schema: importResult },
    ...problemResponses('body-invalid', 'unauthorized', 'too-large', 'type-refused', 'import-refused'),
    422: {
      description: 'import-refused: something is wrong, and nothing was entered.',
      schema: importRefused,
      mediaType: 'application/problem+json',
    },
  },
} as const;

export const importRows = operation({
  ...importShape,
  operationId: 'importRows',
  front: 'programme',
  caller: 'programme',
  path: '/programme/v1/imports',
  summary: 'Enter many rows at once, all or none',
  description: 'With dryRun=true nothing is entered. An authority enters rows of its own organisations.',
  query: importQuery,
});
