import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { language } from '#shared/domain/message/hub-fields';
import { calendarDate } from '#shared/kernel/time';

export const showBusinessNotice = operation({
  operationId: 'showBusinessNotice',
  front: 'programme',
  caller: 'anybody',
  method: 'GET',
  path: '/programme/v1/business-notice',
  summary: 'What businesses are told of the transition today',
  description:
    'For letters and pages to businesses: the end of the transition, and the duty with its exceptions where the hub decides by one.',
  params: nothing,
  query: z.object({ lang: z.optional(language) }),
  body: nothing,
  responses: {
    200: {
      description: 'The text in the language asked for, by `lang` or Accept-Language.',
      schema: z
        .object({
          phase: z.enum(['BEFORE', 'TRANSITION', 'OBLIGATION']),
          duty: z.enum(['NONE', 'COMING', 'IN_FORCE']),
          language,
          title: z.string(),
          paragraphs: z.array(z.string()),
          /** Who and what the duty does not concern; none where there is no duty. */
          exceptions: z.array(z.string()),
          transitionEnd: calendarDate,
          obligationFrom: calendarDate,
        })
        .register(z.globalRegistry, { id: 'BusinessNotice' }),
    },
    ...problemResponses('body-invalid'),
  },
});
