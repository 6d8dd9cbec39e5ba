import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { offeringStatus, targetGroup } from '#shared/domain/programme/registry/service';
import { reportLanguage } from '#shared/domain/programme/words';
import { roadmapView } from '#shared/domain/roadmap/view';

/** What of the roadmap is asked for; empty is the same as absent, as forms send it. */
const filters = {
  /** Code of a business event or a life event. */
  event: z.optional(z.string()),
  /** Id of an authority. */
  authority: z.optional(z.string()),
};

export const showRoadmapPage = operation({
  operationId: 'showRoadmapPage',
  front: 'programme',
  method: 'GET',
  path: '/roadmap',
  summary: 'The public roadmap as a page',
  description:
    'In the language of `lang`, else of Accept-Language. A search that names no known event, authority, status or group ' +
    'finds nothing and says so.',
  caller: 'anybody',
  params: nothing,
  query: z.object({
    ...filters,
    lang: z.optional(z.string()),
    status: z.optional(z.string()),
    group: z.optional(z.string()),
    /** From 1. */
    page: z.optional(z.string()),
  }),
  body: nothing,
  responses: {
    200: { description: 'The page.', schema: z.string(), mediaType: 'text/html' },
    304: { description: 'It is the one whose ETag is in If-None-Match.' },
    ...problemResponses(),
  },
});

export const showRoadmap = operation({
  operationId: 'showRoadmap',
  front: 'programme',
  method: 'GET',
  path: '/programme/v1/roadmap',
  summary: 'The public roadmap as data',
  description:
    'Services with an offering that is in use or to come, what is in use first. Words are in the language of `lang`; ' +
    '`fallback` is the language that stands in where it is missing. The CSV has `;` between fields and a line for each group.',
  caller: 'anybody',
  params: nothing,
  query: z.object({
    ...filters,
    lang: z.optional(z.enum([...reportLanguage.options, ''])),
    status: z.optional(z.enum([...offeringStatus.options, ''])),
    group: z.optional(z.enum([...targetGroup.options, ''])),
    format: z.optional(z.enum(['json', 'csv', ''])),
  }),
  body: nothing,
  responses: {
    200: {
      description: 'The services.',
      schema: roadmapView.register(z.globalRegistry, {
        id: 'Roadmap',
        description: 'The public roadmap of a day, as far as it was asked for.',
      }),
      fileToo: 'text/csv',
    },
    304: { description: 'It is the one whose ETag is in If-None-Match.' },
    ...problemResponses('body-invalid'),
  },
});
