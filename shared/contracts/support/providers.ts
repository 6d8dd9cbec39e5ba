import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { IF_MATCH, WITH_ETAG, ignored, rowFields } from '#shared/contracts/support/rows';
import { providerProposal } from '#shared/domain/digital-support/proposal';
import { supportProvider } from '#shared/domain/digital-support/registry/provider';
import { supportTerm } from '#shared/domain/digital-support/terms';

const wished = z.optional(z.string().check(z.maxLength(100)));

const providerView = z
  .object({ ...supportProvider.shape, ...rowFields })
  .register(z.globalRegistry, { id: 'SupportProvider', description: 'Who supports people or businesses.' });

const foundView = z
  .object({
    providers: z.array(
      z.object({
        ...providerView.shape,
        /** LOCAL: in the place asked about; NEAREST: the nearest of other places; NATIONWIDE. */
        reach: z.enum(['LOCAL', 'NEAREST', 'NATIONWIDE']),
        /** Straight line between the centres of the municipalities. */
        distanceKm: z.optional(z.number()),
      }),
    ),
    /** Nobody is in the place asked about: those listed first are the nearest. */
    nearest: z.boolean(),
    place: z.optional(
      z.object({ municipality: z.optional(z.string()), region: z.optional(z.string()), known: z.boolean() }),
    ),
  })
  .register(z.globalRegistry, { id: 'SupportFound' });

export const findProviders = operation({
  operationId: 'findSupportProviders',
  front: 'support',
  method: 'GET',
  path: '/support/v1/providers',
  summary: 'Who supports in using digital services',
  description:
    'By municipality (code, or name in Finnish or Swedish), postcode or region: those of the place first; where there are none, the nearest, and a need that is not met is counted. Codes of forms, groups and sectors: `GET /support/v1/taxonomies`.',
  caller: 'anybody',
  params: nothing,
  query: z.object({
    municipality: wished,
    postcode: wished,
    region: wished,
    language: wished,
    form: wished,
    group: wished,
    sector: wished,
  }),
  body: nothing,
  responses: {
    200: { description: 'Those found; nobody, when there is nobody.', schema: foundView },
    ...problemResponses('body-invalid'),
  },
});

const one = {
  front: 'support',
  path: '/support/v1/providers/{id}',
  params: z.object({ id: z.string() }),
  query: nothing,
} as const;

export const showProvider = operation({
  ...one,
  operationId: 'showSupportProvider',
  method: 'GET',
  summary: 'A provider of support',
  caller: 'anybody',
  body: nothing,
  responses: { 200: { description: WITH_ETAG, schema: providerView }, ...problemResponses('not-found') },
});

const enteredProvider = z.object({ ...providerView.shape, ignored });

export const putProvider = operation({
  ...one,
  operationId: 'putSupportProvider',
  method: 'PUT',
  summary: 'Enter a provider of support, or change it',
  caller: 'programme',
  headers: [IF_MATCH],
  body: supportProvider,
  responses: {
    200: { description: 'Changed.', schema: enteredProvider },
    201: { description: 'Entered.', schema: enteredProvider },
    ...problemResponses('body-invalid', 'unauthorized', 'role-missing', 'row-stale', 'precondition-required'),
  },
});

const proposalView = z
  .object({ ...providerProposal.shape, ...rowFields })
  .register(z.globalRegistry, { id: 'SupportProposal', description: 'A provider that somebody proposes.' });

export const proposeProvider = operation({
  operationId: 'proposeSupportProvider',
  front: 'support',
  method: 'POST',
  path: '/support/v1/provider-proposals',
  summary: 'Propose a provider; it is found once a coordinator has accepted it',
  caller: 'anybody',
  params: nothing,
  query: nothing,
  body: supportProvider,
  responses: {
    201: {
      description: 'Waiting for a coordinator.',
      schema: z.object({ id: z.string(), state: z.literal('WAITING') }),
    },
    ...problemResponses('body-invalid', 'too-many'),
  },
});

export const listProposals = operation({
  operationId: 'listSupportProposals',
  front: 'support',
  method: 'GET',
  path: '/support/v1/provider-proposals',
  summary: 'Providers that were proposed',
  caller: 'programme',
  params: nothing,
  query: z.object({ after: wished }),
  body: nothing,
  responses: {
    200: {
      description: 'A page, with `next` to go on after.',
      schema: z.object({ items: z.array(proposalView), next: z.optional(z.string()) }),
    },
    ...problemResponses('unauthorized', 'role-missing'),
  },
});

export const decideProposal = operation({
  operationId: 'decideSupportProposal',
  front: 'support',
  method: 'POST',
  path: '/support/v1/provider-proposals/{id}/decisions',
  summary: 'Accept a proposed provider into the directory, or refuse it',
  caller: 'programme',
  params: z.object({ id: z.string() }),
  query: nothing,
  body: z.strictObject({ accept: z.boolean(), reason: providerProposal.shape.reason }),
  responses: {
    200: { description: 'Decided; said again, the same.', schema: proposalView },
    ...problemResponses('body-invalid', 'unauthorized', 'role-missing', 'not-found', 'conflict'),
  },
});

export const listTaxonomies = operation({
  operationId: 'listSupportTaxonomies',
  front: 'support',
  method: 'GET',
  path: '/support/v1/taxonomies',
  summary: 'Codes of sectors, forms and target groups, as shipped and as entered',
  caller: 'anybody',
  params: nothing,
  query: nothing,
  body: nothing,
  responses: {
    200: { description: 'The code lists.', schema: z.object({ terms: z.array(supportTerm) }) },
    ...problemResponses(),
  },
});
