import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { rowId } from '#shared/domain/programme/fields';
import { pricedChannel, pricingTier } from '#shared/domain/programme/registry/pricing';
import { texts } from '#shared/domain/programme/words';

const pricedTier = z.pick(pricingTier, {
  channel: true,
  fee: true,
  previousFee: true,
  costs: true,
  fullCost: true,
  customerTerminalAtOffice: true,
});

/** Tiers as they are given here; without any, those of a service on record. */
const pricingQuestion = z
  .object({
    tiers: z.optional(
      z.array(pricedTier).check(
        z.minLength(1),
        z.refine((tiers) => new Set(tiers.map(({ channel }) => channel)).size === tiers.length, 'name a channel twice'),
      ),
    ),
    serviceId: z.optional(rowId),
  })
  .check(
    z.refine(({ tiers, serviceId }) => tiers !== undefined || serviceId !== undefined, {
      path: ['tiers'],
      error: 'must be given, or the serviceId of tiers on record',
    }),
  )
  .register(z.globalRegistry, { id: 'PricingQuestion' });

const pricingFinding = z.object({
  code: z.string(),
  level: z.enum(['WARN', 'BLOCK']),
  channels: z.array(pricedChannel),
  rule: texts,
  /** Statutes written as `150/1992 § 6.1`, and papers. */
  legalBasis: z.array(z.string()),
});

export const checkPricing = operation({
  operationId: 'checkPricing',
  front: 'programme',
  caller: 'programme',
  method: 'POST',
  path: '/programme/v1/pricing-checks',
  summary: 'Check the fees of a service by channel',
  description: 'Nothing is stored. Fees are euros; `result` is the worst of the findings.',
  params: nothing,
  query: nothing,
  body: pricingQuestion,
  responses: {
    200: {
      description: 'What there is to say of the fees.',
      schema: z
        .object({ result: z.enum(['OK', 'WARN', 'BLOCK']), findings: z.array(pricingFinding) })
        .register(z.globalRegistry, { id: 'PricingCheck' }),
    },
    ...problemResponses('body-invalid', 'unauthorized', 'not-found'),
  },
});
