import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { problemDetails } from '#shared/contracts/problems';
import { paragraph } from '#shared/domain/programme/fields';
import { planState } from '#shared/domain/programme/registry/plan';
import { texts } from '#shared/domain/programme/words';
import { calendarDate, instant } from '#shared/kernel/time';

const shared = { front: 'programme', caller: 'programme', query: nothing } as const;
const byId = z.object({ id: z.string() });

const stepped = z
  .object({
    planId: z.string(),
    state: planState,
    /** Of the plan, that the step is about. */
    version: z.int(),
    at: instant,
    note: z.optional(z.string()),
  })
  .register(z.globalRegistry, { id: 'PlanStep' });

/** The problem of a plan that is not ready, with what it lacks by offering. */
const incomplete = z.extend(problemDetails, {
  state: z.literal('INCOMPLETE'),
  missing: z.array(
    z.object({
      code: z.string(),
      pointer: z.string(),
      rule: z.string(),
      serviceId: z.optional(z.string()),
      targetGroup: z.optional(z.string()),
    }),
  ),
});

const STEP_REFUSALS = ['unauthorized', 'role-missing', 'not-found', 'conflict', 'plan-locked'] as const;

export const submitPlan = operation({
  ...shared,
  operationId: 'submitPlan',
  method: 'POST',
  path: '/programme/v1/plans/{id}/submissions',
  summary: 'Hand a plan in as it is now',
  params: byId,
  body: nothing,
  responses: {
    201: { description: 'Handed in.', schema: stepped },
    ...problemResponses(...STEP_REFUSALS),
    422: {
      description: 'plan-incomplete: each offering and part that is missing, by name',
      schema: incomplete,
      mediaType: 'application/problem+json',
    },
  },
});

export const decidePlan = operation({
  ...shared,
  operationId: 'decidePlan',
  method: 'POST',
  path: '/programme/v1/plans/{id}/decisions',
  summary: 'Accept a plan that was handed in, or give it back',
  params: byId,
  body: z
    .strictObject({ decision: z.enum(['ACCEPTED', 'RETURNED']), note: z.optional(paragraph) })
    .register(z.globalRegistry, { id: 'PlanDecision' }),
  responses: {
    201: { description: 'Decided.', schema: stepped },
    ...problemResponses('body-invalid', ...STEP_REFUSALS),
  },
});

export const showPlanTemplate = operation({
  ...shared,
  operationId: 'showPlanTemplate',
  method: 'GET',
  path: '/programme/v1/plans/template',
  summary: 'Guidance of the ministry for plans',
  params: nothing,
  body: nothing,
  responses: {
    200: {
      description: 'JSON Schema of a plan, its days, and what to write in each part.',
      schema: z.object({
        schema: z.record(z.string(), z.unknown()),
        planDeadline: calendarDate,
        transitionEnd: calendarDate,
        instructions: z.array(z.object({ pointer: z.string(), text: texts })),
      }),
    },
    ...problemResponses('unauthorized'),
  },
});

export const showAuthorityStatus = operation({
  ...shared,
  operationId: 'showAuthorityStatus',
  method: 'GET',
  path: '/programme/v1/authorities/{id}/status',
  summary: 'Where an authority stands in the transition, and why',
  params: byId,
  body: nothing,
  responses: {
    200: {
      description: 'As of now.',
      schema: z
        .object({
          planState,
          late: z.boolean(),
          /** Step of escalation: 1 the authority, 2 its ministry, 3 the steering group. */
          level: z.optional(z.int()),
          rag: z.enum(['RED', 'AMBER', 'GREEN']),
          tags: z.array(z.string()),
          reasons: z.array(
            z.object({
              code: z.string(),
              weight: z.enum(['RED', 'AMBER', 'NONE']),
              params: z.record(z.string(), z.union([z.string(), z.number()])),
              texts,
            }),
          ),
        })
        .register(z.globalRegistry, { id: 'AuthorityStatus' }),
    },
    ...problemResponses('unauthorized', 'role-missing', 'not-found'),
  },
});
