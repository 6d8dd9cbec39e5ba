import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { consentRecord, consentSource } from '#shared/domain/consent/consent-record';
import { emailAddress } from '#shared/domain/consent/email-address';
import { emailProblem } from '#shared/domain/consent/email-verification';
import { actor } from '#shared/domain/message/actor';
import { language } from '#shared/domain/message/hub-fields';
import { calendarDate, instant } from '#shared/kernel/time';

export const consentView = z
  .object({
    electronic: z.boolean(),
    email: z.optional(z.string()),
    /** False when mail to the address has come back. */
    emailUsable: z.optional(z.boolean()),
    /** False until the code mailed to the address is told back; it is used all the same. */
    emailVerified: z.optional(z.boolean()),
    /** Since when mail to the address comes back: until another one is given or this one is verified anew. */
    emailProblem: z.optional(emailProblem),
    language,
    since: z.optional(instant),
    /** When it was chosen in another register, where it was brought from one. */
    givenAt: z.optional(instant),
    version: z.int(),
    source: z.union([consentSource, z.literal('NONE')]),
    /** Wording of the consent text that was shown. */
    textVersion: z.optional(z.string()),
    /** Statutes, as `13/2003 § 18`. */
    legalBasis: z.optional(z.array(z.string())),
    /** Last day it is in force; absent: until it is changed. */
    expires: z.optional(calendarDate),
  })
  .register(z.globalRegistry, {
    id: 'Consent',
    description: 'The one general consent to electronic messages from all authorities.',
  });

export const consentWish = z
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

const verification = { front: 'me', caller: 'person', method: 'POST', params: nothing, query: nothing } as const;

export const verifyEmail = operation({
  ...verification,
  operationId: 'verifyEmail',
  path: '/me/v1/consent/email-verification',
  summary: 'Show that mail reaches the address, by the code mailed to it',
  description:
    'Consent is in force and the address in use without it. A code is good for 24 hours and for ten tries; the latest ' +
    'one counts.',
  headers: PERSON_HEADERS,
  body: z
    .strictObject({ code: z.string().check(z.regex(/^\d{8}$/)) })
    .register(z.globalRegistry, { id: 'EmailVerification' }),
  responses: {
    200: SHOWN,
    ...problemResponses(
      'body-invalid',
      'unauthorized',
      'weakly-identified',
      'mandate-missing',
      'code-void',
      'code-wrong',
    ),
  },
});

export const askForEmailCode = operation({
  ...verification,
  operationId: 'askForEmailCode',
  path: '/me/v1/consent/email-codes',
  summary: 'Have another code mailed to the address; the one before is void',
  description: 'Five codes a day at the most.',
  headers: PERSON_HEADERS,
  body: nothing,
  responses: {
    204: { description: 'It is on its way.' },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'nothing-to-verify', 'too-many'),
  },
});

const consentHistory = z
  .object({
    records: z.array(
      z.object({
        version: z.int(),
        action: consentRecord.shape.action,
        at: instant,
        /** When it was chosen in another register, where it was brought from one. */
        givenAt: z.optional(instant),
        email: z.optional(z.string()),
        language,
        source: consentSource,
        /** In which role it was chosen. */
        by: z.pick(actor, { role: true, assurance: true, mandateId: true }),
        textVersion: z.string(),
        legalBasis: z.array(z.string()),
        expires: z.optional(calendarDate),
        /** Why an official chose for the person. */
        reason: z.optional(z.string()),
        /** Where an imported consent was given and kept before. */
        provenance: z.optional(z.string()),
      }),
    ),
    next: z.optional(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'ConsentHistory',
    description: 'Every change of the consent, newest first. Nothing is ever changed or left out.',
  });

export const showConsentHistory = operation({
  operationId: 'showConsentHistory',
  front: 'me',
  caller: 'person',
  method: 'GET',
  path: '/me/v1/consent/history',
  summary: 'Every change of the consent, newest first',
  headers: PERSON_HEADERS,
  params: nothing,
  query: z.object({ after: z.optional(z.string().check(z.regex(/^\d{1,6}$/))) }),
  body: nothing,
  responses: {
    200: { description: 'A page of the register.', schema: consentHistory },
    ...problemResponses('body-invalid', 'unauthorized', 'weakly-identified', 'mandate-missing'),
  },
});
