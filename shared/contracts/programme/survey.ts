import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { table } from '#shared/domain/programme/report';

const part = z.object({ authorities: z.int(), services: z.int() });

/** Figures of a round; a share of nothing is absent. */
export const aggregatesView = z
  .object({
    authorities: z.int(),
    services: z.int(),
    businessInUse: z.int(),
    businessInDevelopment: z.int(),
    personInUse: z.int(),
    personInDevelopment: z.int(),
    volumeReportedPct: z.optional(z.number()),
    splitReportedPct: z.optional(z.number()),
    electronicSharePct: z.optional(z.number()),
    unweightedElectronicSharePct: z.optional(z.number()),
    apiOnly: z.int(),
    growth: z.optional(z.number()),
    municipal: part,
    state: part,
    otherAdministration: part,
    municipalBuildingPermitsOnly: z.boolean(),
    counts: z.object({
      inUse: z.int(),
      inDevelopment: z.int(),
      inUseWithTotal: z.int(),
      inUseWithSplit: z.int(),
      transactions: z.int(),
      electronicTransactions: z.int(),
      previousServices: z.optional(z.int()),
    }),
  })
  .register(z.globalRegistry, {
    id: 'SurveyAggregates',
    description:
      'Figures of a survey round. Shares are per cent with at most one decimal; counts are what they are shares of. ' +
      'electronicSharePct weighs transactions, unweightedElectronicSharePct is the mean over services.',
  });

const shared = {
  front: 'programme',
  method: 'GET',
  caller: 'anybody',
  params: z.object({ id: z.string() }),
  body: nothing,
} as const;

export const showAggregates = operation({
  ...shared,
  operationId: 'showAggregates',
  path: '/programme/v1/survey-rounds/{id}/aggregates',
  summary: 'Figures of a survey round, for everybody',
  query: nothing,
  responses: {
    200: { description: 'The figures.', schema: aggregatesView },
    ...problemResponses('unauthorized', 'not-found'),
  },
});

export const answersView = z.object({ roundId: z.string(), ...table.shape }).register(z.globalRegistry, {
  id: 'SurveyAnswers',
  description: 'A row for each service of the round; no contact data.',
});

export const listAnswers = operation({
  ...shared,
  operationId: 'listAnswers',
  path: '/programme/v1/survey-rounds/{id}/answers',
  summary: 'What was answered in a survey round, for everybody where the round says so',
  query: z.object({ format: z.optional(z.enum(['json', 'csv'])) }),
  responses: {
    200: { description: 'The answers; as CSV with format=csv.', schema: answersView, fileToo: 'text/csv' },
    ...problemResponses('body-invalid', 'unauthorized', 'not-found'),
  },
});
