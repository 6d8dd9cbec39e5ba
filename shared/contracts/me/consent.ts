import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { consentSource } from '#shared/domain/consent/consent-record';
import { language } from '#shared/domain/message/hub-fields';
import { instant } from '#shared/kernel/time';

/**
 * An address a notice can be sent to. No white space and no control characters: it becomes a header of the e-mail.
 */
export const emailAddress = z
  .string()
  .check(
    z.minLength(5),
    z.maxLength(254),
    z.regex(/^[^\s@\p{Cc}<>(),;:\\"[\]]+@[^\s@\p{Cc}<>(),;:\\"[\]]+\.[^\s@\p{Cc}<>(),;:\\"[\]]{2,}$/u),
  );

export const consentView = z
  .object({
    electronic: z.boolean(),
    email: z.optional(z.string()),
    /** False when mail to the address has come back. */
    emailUsable: z.optional(z.boolean()),
    language,
    since: z.optional(instant),
    version: z.int(),
    source: z.union([consentSource, z.literal('NONE')]),
  })
  .register(z.globalRegistry, {
    id: 'Consent',
    description: 'The one general consent to electronic messages from all authorities.',
  });

const consentWish = z
  .strictObject({ electronic: z.boolean(), email: z.optional(emailAddress), language: z._default(language, 'fi') })
  .check(
    z.refine(({ electronic, email }) => !electronic || email !== undefined, {
      path: ['email'],
      error: 'is required when electronic is true: notices go there',
    }),
  )
  .register(z.globalRegistry, { id: 'ConsentWish' });

const shared = { front: 'me', caller: 'person', path: '/me/v1/consent', params: nothing, query: nothing } as const;
const SHOWN = { description: 'The consent in force, with its version as ETag.', schema: consentView };

export const showConsent = operation({
  ...shared,
  operationId: 'showConsent',
  method: 'GET',
  summary: 'The consent in force',
  headers: PERSON_HEADERS,
  body: nothing,
  responses: { 200: SHOWN, ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing') },
});

export const setConsent = operation({
  ...shared,
  operationId: 'setConsent',
  method: 'PUT',
  summary: 'Give, change or withdraw consent; in force at once',
  headers: [...PERSON_HEADERS, { name: 'if-match', required: true, description: 'ETag of the consent as read.' }],
  body: consentWish,
  responses: {
    200: SHOWN,
    ...problemResponses(
      'body-invalid',
      'unauthorized',
      'weakly-identified',
      'mandate-missing',
      'consent-stale',
      'precondition-required',
    ),
  },
});
