import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { consentView } from '#shared/contracts/me/consent';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { language } from '#shared/domain/message/hub-fields';
import { instant } from '#shared/kernel/time';

const consentOfferView = z
  .object({
    service: z.string(),
    authority: z.string(),
    language,
    /** Where to go when the offer is dealt with. */
    returnUrl: z.url(),
    expiresAt: instant,
    /** Ways to get mail, the electronic one first; the one in force is `chosen`. */
    choices: z.array(z.object({ channel: z.enum(['ELECTRONIC', 'PAPER']), text: z.string(), chosen: z.boolean() })),
    consent: consentView,
  })
  .register(z.globalRegistry, { id: 'ConsentOffer' });

export const showConsentOffer = operation({
  operationId: 'showConsentOffer',
  front: 'me',
  caller: 'person',
  method: 'GET',
  path: '/me/v1/consent-offers/{token}',
  summary: 'An offer to get mail electronically, made by a service',
  description: 'Looking at it changes nothing; consent is given by `PUT /me/v1/consent`, with the ETag answered here.',
  headers: PERSON_HEADERS,
  params: z.object({ token: z.string() }),
  query: nothing,
  body: nothing,
  responses: {
    200: { description: 'The offer, with the version of the consent as ETag.', schema: consentOfferView },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'not-found'),
  },
});
