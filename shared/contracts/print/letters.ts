import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { envelope, letterState } from '#shared/domain/delivery-postal/letter';
import { MAX_PROOF_BYTES, MOST_PROOFS, PROOF_MEDIA_TYPES } from '#shared/domain/delivery-postal/proof';
import { letterClass } from '#shared/domain/message/decision';
import { letterId, proofId } from '#shared/domain/message/ids';
import { calendarDate, instant } from '#shared/kernel/time';
import { toldInstant } from '#shared/kernel/told-instant';

const print = { front: 'print', caller: 'print-provider' } as const;
const withLetterId = z.object({ letterId: z.string() });

/** What a provider is told of a letter. The address stands in the PDF only. */
const printLetter = z
  .object({
    letterId,
    batchId: z.string(),
    class: letterClass,
    state: letterState,
    orderedAt: instant,
    fileName: z.string(),
    sizeBytes: z.int(),
    sha256: z.string(),
    colour: z.boolean(),
    duplex: z.boolean(),
    rotateLandscapePages: z.boolean(),
    pages: z.int(),
    sheets: z.int(),
    envelope,
    restricted: z.boolean(),
    costPool: z.optional(z.string()),
    pdfUrl: z.string(),
  })
  .register(z.globalRegistry, { id: 'Letter', description: 'One letter to print. Its id is printed at most once.' });
export type PrintLetter = z.infer<typeof printLetter>;

export const listLetters = operation({
  ...print,
  operationId: 'listLetters',
  method: 'GET',
  path: '/print/v1/letters',
  summary: 'Letters in a state, oldest first',
  description: 'While the operator has stopped the post, none is READY.',
  params: nothing,
  query: z.object({ state: z._default(letterState, 'READY'), after: z.optional(letterId) }),
  body: nothing,
  responses: {
    200: {
      description: 'A page of letters.',
      schema: z.object({ letters: z.array(printLetter), next: z.optional(letterId) }),
    },
    ...problemResponses('body-invalid', 'unauthorized'),
  },
});

export const letterPdf = operation({
  ...print,
  operationId: 'letterPdf',
  method: 'GET',
  path: '/print/v1/letters/{letterId}/pdf',
  summary: 'The PDF of a letter',
  params: withLetterId,
  query: nothing,
  body: nothing,
  responses: {
    200: { description: 'The PDF, its address on the first page.', schema: z.string(), mediaType: 'application/pdf' },
    ...problemResponses('unauthorized', 'not-found', 'post-stopped'),
  },
});

export const batchManifest = operation({
  ...print,
  operationId: 'batchManifest',
  method: 'GET',
  path: '/print/v1/batches/{batchId}',
  summary: 'What a batch holds',
  params: z.object({ batchId: z.string() }),
  query: nothing,
  body: nothing,
  responses: {
    200: {
      description: 'The manifest.',
      schema: z.object({ batchId: z.string(), cutAt: instant, letters: z.array(printLetter) }),
    },
    ...problemResponses('unauthorized', 'not-found'),
  },
});

const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

export const postalEvent = z
  .strictObject({
    type: z.enum(['PRINTED', 'POSTED', 'ARRIVED', 'RECEIPT_SIGNED', 'RETURNED', 'UNRESOLVED']),
    at: toldInstant,
    postedOn: z.optional(calendarDate),
    trackingCode: z.optional(line(64)),
    signer: z.optional(line(256)),
    reason: z.optional(line(256)),
    eventId: line(128),
  })
  .register(z.globalRegistry, {
    id: 'PostalEvent',
    description: 'POSTED tells postedOn. A repeated eventId changes nothing.',
  });

export const reportPostalEvent = operation({
  ...print,
  operationId: 'reportPostalEvent',
  method: 'POST',
  path: '/print/v1/letters/{letterId}/events',
  summary: 'Report what became of a letter',
  params: withLetterId,
  query: nothing,
  body: postalEvent,
  responses: { 204: { description: 'On record.' }, ...problemResponses('body-invalid', 'unauthorized', 'not-found') },
});

export const attachProof = operation({
  ...print,
  operationId: 'attachProof',
  method: 'PUT',
  path: '/print/v1/letters/{letterId}/proofs/{proofId}',
  summary: 'Attach the scan of a signed advice of receipt or of an envelope that came back',
  description:
    'The id is your own: letters, digits, dot, dash and underscore, at most 64, and nothing of a person. The same bytes ' +
    'again are answered alike; other bytes under the same id are in conflict.',
  params: z.object({ letterId: z.string(), proofId: z.string() }),
  query: nothing,
  body: nothing,
  textBody: {
    mediaTypes: PROOF_MEDIA_TYPES,
    description: `The bytes of the scan, at most ${MAX_PROOF_BYTES}; a letter has at most ${MOST_PROOFS} scans.`,
  },
  responses: {
    200: {
      description: 'On record. The hash is computed from the bytes as they came.',
      schema: z.object({ letterId, proofId, sha256: z.string(), mediaType: z.string(), sizeBytes: z.int() }),
    },
    ...problemResponses('body-invalid', 'unauthorized', 'not-found', 'conflict', 'too-large', 'type-refused'),
  },
});
