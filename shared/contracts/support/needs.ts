import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { supportMonth } from '#shared/domain/digital-support/registry/activity';
import { countedNeed } from '#shared/domain/digital-support/unmet-need';

export const listUnmetNeeds = operation({
  operationId: 'listUnmetNeeds',
  front: 'support',
  method: 'GET',
  path: '/support/v1/unmet-needs',
  summary: 'What support was looked for in vain, counted by place, wish and month',
  caller: 'programme',
  params: nothing,
  query: z.object({
    /** First month. @default this month */
    from: z.optional(supportMonth),
    /** Last month, at most a year after the first. @default this month */
    to: z.optional(supportMonth),
  }),
  body: nothing,
  responses: {
    200: {
      description: 'The most frequent first; nothing of who asked.',
      schema: z.object({ needs: z.array(countedNeed) }).register(z.globalRegistry, { id: 'UnmetNeeds' }),
    },
    ...problemResponses('body-invalid', 'unauthorized', 'role-missing'),
  },
});
