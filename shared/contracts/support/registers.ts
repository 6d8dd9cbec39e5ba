import * as z from 'zod/mini';
import { type Operation, nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { IF_MATCH, WITH_ETAG, ignored, rowFields } from '#shared/contracts/support/rows';
import { SUPPORT_KINDS, type SupportKind } from '#shared/domain/digital-support/kinds';

/** Registers that are read and written row by row and in no other way. */
export type PlainKind = Exclude<SupportKind, 'providers'>;

/** What a row of each register is called: in the description of the API, and in words. */
const NAMES: Readonly<Record<PlainKind, readonly [one: string, words: string]>> = {
  terms: ['SupportTerm', 'a code of a sector, form or target group'],
  centres: ['SupportCentre', 'a municipality with its region, postcodes and centre'],
  'region-needs': ['SupportRegionNeed', 'an estimate of how many need support in a region'],
  memberships: ['SupportMembership', "a provider's place in the network of a region"],
  pilots: ['SupportPilot', 'a pilot of the model in a region'],
  'support-contacts': ['SupportContactCount', 'how often support was given in a month'],
  materials: ['SupportMaterial', 'material for those who give support'],
  trainings: ['SupportTraining', 'a training of those who give support or serve customers'],
  'assistant-topics': ['SupportAssistantTopic', 'a question asked often, with its checked answer'],
};

type RowParams = { id: string };
type ListQuery = { after?: string | undefined };

/** The three calls of a register. */
export interface RegisterCalls {
  readonly kind: PlainKind;
  readonly list: Operation<unknown, ListQuery>;
  readonly show: Operation<RowParams>;
  readonly put: Operation<RowParams, unknown, object>;
}

const after = z.optional(z.string().check(z.maxLength(100)));

function callsOf(kind: PlainKind): RegisterCalls {
  const [name, words] = NAMES[kind];
  const schema: z.ZodMiniObject = SUPPORT_KINDS[kind];
  const row = z.object({ ...schema.shape, ...rowFields }).register(z.globalRegistry, { id: name });
  const entered = z.object({ ...row.shape, ignored });
  const shared = { front: 'support', caller: 'programme', path: `/support/v1/${kind}` } as const;
  const one = { ...shared, path: `/support/v1/${kind}/{id}`, params: z.object({ id: z.string() }), query: nothing };
  return {
    kind,
    list: operation({
      ...shared,
      operationId: `list${name}s`,
      method: 'GET',
      summary: `Rows of a register: ${words}`,
      params: nothing,
      query: z.object({ after }),
      body: nothing,
      responses: {
        200: {
          description: 'A page, with `next` to go on after.',
          schema: z.object({ items: z.array(row), next: z.optional(z.string()) }),
        },
        ...problemResponses('body-invalid', 'unauthorized', 'role-missing'),
      },
    }),
    show: operation({
      ...one,
      operationId: `show${name}`,
      method: 'GET',
      summary: `One row: ${words}`,
      body: nothing,
      responses: {
        200: { description: WITH_ETAG, schema: row },
        ...problemResponses('unauthorized', 'role-missing', 'not-found'),
      },
    }),
    put: operation({
      ...one,
      operationId: `put${name}`,
      method: 'PUT',
      summary: `Enter or change ${words}`,
      headers: [IF_MATCH],
      body: schema,
      responses: {
        200: { description: 'Changed.', schema: entered },
        201: { description: 'Entered.', schema: entered },
        ...problemResponses('body-invalid', 'unauthorized', 'role-missing', 'row-stale', 'precondition-required'),
      },
    }),
  };
}

const PLAIN_KINDS = Object.keys(NAMES).filter((name): name is PlainKind => name in NAMES);

/** Calls of every register but that of providers, which has more to it. */
export const REGISTER_CALLS: readonly RegisterCalls[] = PLAIN_KINDS.map(callsOf);
