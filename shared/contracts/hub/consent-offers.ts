import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { language } from '#shared/domain/message/hub-fields';
import { serviceId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

export const offerConsent = operation({
  operationId: 'offerConsent',
  front: 'hub',
  caller: 'system',
  method: 'POST',
  path: '/hub/v1/consent-offers',
  summary: 'Make a link that offers its reader to get mail electronically',
  description:
    'For a page of the service: the link leads to the sign-in page and back to `returnUrl`, which must be an https page of a ' +
    'host that the service has registered. Nothing is stored; the link works for a day and for whoever follows it.',
  params: nothing,
  query: nothing,
  body: z
    .strictObject({ serviceId, returnUrl: z.string(), language: z.optional(language) })
    .register(z.globalRegistry, { id: 'ConsentOfferRequest' }),
  responses: {
    201: {
      description: 'The link.',
      schema: z.object({ link: z.url(), expiresAt: instant }).register(z.globalRegistry, { id: 'ConsentOfferLink' }),
    },
    ...problemResponses('body-invalid', 'unauthorized'),
  },
});
