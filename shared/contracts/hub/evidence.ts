import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { assessmentView } from '#shared/contracts/hub/message';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { origin } from '#shared/domain/evidence/fact-chain';
import { treeStep } from '#shared/domain/evidence/merkle';
import { signedRoot } from '#shared/domain/evidence/root';
import { pageHeader } from '#shared/domain/feed/page';
import { decision } from '#shared/domain/message/decision';
import { actor } from '#shared/domain/message/actor';
import { messageId } from '#shared/domain/message/ids';

/** 43 characters of base64url. */
const hash = z.string();

const provenFact = z
  .strictObject({
    /** From 1. */
    seq: z.int(),
    actor: z.strictObject(z.omit(actor, { name: true }).shape),
    hash,
    fact: z.record(z.string(), z.unknown()),
    erased: z.optional(z.literal(true)),
  })
  .register(z.globalRegistry, {
    id: 'ProvenFact',
    description:
      'One event with its hash: SHA-256, in base64url, of the canonical JSON of ["fact", [hash before it, fact]]. ' +
      'Sealed values are ciphertext. Of an erased one, whose time is over, the type and the moment are left, and its hash.',
  });

const decisionRecord = z.strictObject({
  ...z.omit(decision, { gateVersion: true }).shape,
  legalBasis: z.array(z.string()),
  explanation: z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() }),
});

const proof = z.discriminatedUnion('sealed', [
  z.strictObject({ sealed: z.literal(false), because: z.enum(['NOT_PUBLISHED', 'NOT_SEALED']) }),
  z.strictObject({
    sealed: z.literal(true),
    seq: z.int(),
    page: pageHeader,
    leaves: z.array(hash),
    siblings: z.array(hash),
    sealedPage: z.optional(pageHeader),
    path: z.array(treeStep),
    root: signedRoot,
  }),
]);

const deliveryEvidence = z
  .strictObject({
    origin,
    facts: z.array(provenFact),
    /** The hash before the first fact, and the hash of the last. */
    chain: z.strictObject({ start: hash, head: hash }),
    decision: z.optional(decisionRecord),
    calculation: z.array(z.strictObject(assessmentView.shape)),
    proof,
  })
  .register(z.globalRegistry, {
    id: 'DeliveryEvidence',
    description: 'The events of a delivery, what follows from them, and the way from the newest one to a signed root.',
  });

/** The evidence bundle. Nothing else may stand in it: what is not proved is not shown. */
export const evidenceBundle = z
  .strictObject({
    format: z.literal('viestivayla-evidence-1'),
    messageId,
    deliveries: z.array(deliveryEvidence),
  })
  .register(z.globalRegistry, {
    id: 'EvidenceBundle',
    description: 'All there is to show of the service of one message; `npm run verify` verifies it (docs/evidence.md).',
  });

export const showEvidence = operation({
  operationId: 'showEvidence',
  front: 'hub',
  method: 'GET',
  path: '/hub/v1/messages/{messageId}/evidence',
  summary: 'The evidence of a message, to keep and to verify',
  description:
    'JSON, or with `Accept: application/pdf` the certificate of service for the file, in fi, sv or en by Accept-Language. ' +
    'A delivery is sealed in the night after its newest event; until then its proof says so.',
  caller: 'system',
  params: z.object({ messageId: z.string() }),
  query: nothing,
  body: nothing,
  responses: {
    200: { description: 'The evidence.', schema: evidenceBundle, fileToo: 'application/pdf' },
    ...problemResponses('unauthorized', 'not-found'),
  },
});

export const showProof = operation({
  operationId: 'showProof',
  front: 'hub',
  method: 'GET',
  path: '/hub/v1/messages/{messageId}/proofs/{sha256}',
  summary: 'A scanned proof that the print provider has attached to a letter of the message',
  description: 'Named by its hash, as its PROOF_ATTACHED event and the evidence tell it.',
  caller: 'system',
  params: z.object({ messageId: z.string(), sha256: z.string() }),
  query: nothing,
  body: nothing,
  responses: {
    200: {
      description: 'The bytes as they came: a PDF, or image/jpeg or image/png, to be saved.',
      schema: z.string(),
      mediaType: 'application/pdf',
    },
    ...problemResponses('unauthorized', 'not-found'),
  },
});
