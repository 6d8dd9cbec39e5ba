import * as z from 'zod/mini';
import { type Operation, nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { KINDS, KIND_NAMES, type Kind } from '#shared/domain/programme/kinds';
import { instant } from '#shared/kernel/time';

/** What the API calls one row and all rows of each register, and what they are to people. */
const NAMES: Readonly<Record<Kind, readonly [one: string, many: string, words: string]>> = {
  organisations: ['Organisation', 'Organisations', 'organisations of the programme'],
  'management-decisions': ['ManagementDecision', 'ManagementDecisions', 'decisions of managements to join'],
  services: ['Service', 'Services', 'services with their offerings'],
  'self-assessments': ['SelfAssessment', 'SelfAssessments', 'self-assessments and assessments by customers'],
  audits: ['Audit', 'Audits', 'audits of security and accessibility'],
  volumes: ['Volume', 'Volumes', 'transactions of services by year and channel'],
  obstacles: ['Obstacle', 'Obstacles', 'obstacles in special legislation'],
  exceptions: ['ProgrammeException', 'ProgrammeExceptions', 'exceptions proposed for offerings'],
  'pricing-tiers': ['PricingTier', 'PricingTiers', 'fees and costs of services by channel'],
  tariffs: ['Tariff', 'Tariffs', 'prices of messages and letters'],
  plans: ['Plan', 'Plans', 'transition plans'],
  actions: ['Action', 'Actions', 'actions of the plans'],
  'mobile-apps': ['MobileApp', 'MobileApps', 'applications for phones'],
  'survey-rounds': ['SurveyRound', 'SurveyRounds', 'rounds of the survey'],
  'survey-answers': ['SurveyAnswer', 'SurveyAnswers', 'answers to the survey'],
  circulars: ['Circular', 'Circulars', 'letters of the ministry to authorities'],
  'follow-ups': ['FollowUp', 'FollowUps', 'notes of the ministry on authorities'],
  dependencies: ['Dependency', 'Dependencies', 'things outside that authorities wait for'],
  'programme-items': ['ProgrammeItem', 'ProgrammeItems', 'priorities and events of the programme'],
};

/** The calls of one register. */
export interface RegisterCalls {
  readonly kind: Kind;
  readonly list: Operation<unknown, { readonly after?: string }>;
  readonly show: Operation<{ readonly id: string }>;
  readonly put: Operation<{ readonly id: string }, unknown, object>;
}

/** Written by the hub: an id chosen by the caller, the version that is the row's ETag, and when it was entered. */
const written = { id: z.string(), version: z.int(), enteredAt: instant };

/** What the caller should know of a row that was taken. */
const told = {
  /** JSON Pointers of fields nobody knows; they were left out. */
  ignored: z.optional(z.array(z.string())),
  warnings: z.optional(z.array(z.object({ pointer: z.string(), rule: z.string() }))),
};

const byId = z.object({ id: z.string() });
const IF_MATCH = { name: 'if-match', required: false, description: 'ETag of the row as read; required for a change.' };

function callsOf(kind: Kind): RegisterCalls {
  const [one, many, words] = NAMES[kind];
  const fields: z.ZodMiniObject = KINDS[kind];
  const row = z.extend(fields, written).register(z.globalRegistry, { id: `${one}Row` });
  const answer = z.extend(row, told);
  const shared = { front: 'programme', caller: 'programme' } as const;
  const single = { ...shared, path: `/programme/v1/${kind}/{id}`, params: byId, query: nothing };
  return {
    kind,
    list: operation({
      ...shared,
      operationId: `list${many}`,
      method: 'GET',
      path: `/programme/v1/${kind}`,
      summary: `Register: ${words}`,
      params: nothing,
      query: z.object({ after: z.optional(z.string()) }),
      body: nothing,
      responses: {
        200: {
          description: 'Rows the caller may see. `next` is for `after`; absent: there are no more.',
          schema: z.object({ items: z.array(row), next: z.optional(z.string()) }),
        },
        ...problemResponses('unauthorized', 'role-missing'),
      },
    }),
    show: operation({
      ...single,
      operationId: `show${one}`,
      method: 'GET',
      summary: `Register, one row: ${words}`,
      body: nothing,
      responses: {
        200: { description: 'The row, with its version as ETag.', schema: row },
        ...problemResponses('unauthorized', 'role-missing', 'not-found'),
      },
    }),
    put: operation({
      ...single,
      operationId: `put${one}`,
      method: 'PUT',
      summary: `Register, enter or replace a row: ${words}`,
      headers: [IF_MATCH],
      body: fields,
      responses: {
        200: { description: 'Replaced.', schema: answer },
        201: { description: 'Entered.', schema: answer },
        ...problemResponses(...REFUSALS, ...(kind === 'plans' ? ([LOCKED] as const) : [])),
      },
    }),
  };
}

const LOCKED = 'plan-locked';
const REFUSALS = [
  'body-invalid',
  'unauthorized',
  'role-missing',
  'not-found',
  'row-stale',
  'precondition-required',
] as const;

/** Calls of every register, in the order of the registers. */
export const REGISTERS: readonly RegisterCalls[] = KIND_NAMES.map(callsOf);

export const REGISTER_OPERATIONS: readonly Operation[] = REGISTERS.flatMap(({ list, show, put }) => [list, show, put]);
