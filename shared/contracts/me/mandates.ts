import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { mandateState } from '#shared/domain/mandate/mandate';
import { theme } from '#shared/domain/mandate/themes';
import { serviceId } from '#shared/domain/message/ids';
import { power, powerSource } from '#shared/domain/message/power';
import { calendarDate, instant } from '#shared/kernel/time';

const matters = z
  .array(z.strictObject({ serviceId, matterId: z.string().check(z.minLength(1), z.maxLength(128)) }))
  .check(z.minLength(1), z.maxLength(100));

const scope = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('WHOLE_MAILBOX') }),
    z.strictObject({ type: z.literal('MATTERS'), matters }),
  ])
  .register(z.globalRegistry, {
    id: 'MandateScope',
    description: 'The mailbox as a whole, or the named matters alone.',
  });

/** A party as it is named when a mandate is given. */
export const mandateParty = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(32)),
  name: z.string().check(z.minLength(1), z.maxLength(256)),
});

export const mandateWish = z
  .strictObject({
    holder: mandateParty,
    scope,
    themes: z._default(z.array(theme).check(z.minLength(1), z.maxLength(2)), ['MAILBOX']),
    mayReceiveService: z._default(z.boolean(), false),
    validFrom: z.optional(calendarDate),
    validTo: z.optional(calendarDate),
  })
  .register(z.globalRegistry, {
    id: 'MandateWish',
    description:
      'To whom, for what and how long. Dates are days in Helsinki, both inclusive; without `validTo` until it is cancelled. ' +
      'With `mayReceiveService` documents are served on the holder instead of the giver.',
  });

const party = z.object({
  name: z.string(),
  /** Of organisations only: a personal identity code is shown to nobody. */
  businessId: z.optional(z.string()),
});

export const mandateView = z
  .object({
    mandateId: z.string(),
    state: mandateState,
    source: powerSource,
    principal: party,
    holder: party,
    scope,
    themes: z.array(theme),
    mayReceiveService: z.boolean(),
    givenAt: instant,
    validFrom: calendarDate,
    validTo: z.optional(calendarDate),
    endedAt: z.optional(instant),
  })
  .register(z.globalRegistry, {
    id: 'Mandate',
    description: 'A mandate as both its parties see it. Its id may be named in `X-On-Behalf-Of` by who holds it.',
  });

const actsFor = z
  .object({
    ...party.shape,
    /** May be named in `X-On-Behalf-Of`; absent of a power by law, whose holder names the code or the business id. */
    mandateId: z.optional(z.string()),
    role: power.shape.role,
    source: powerSource,
    scope,
  })
  .register(z.globalRegistry, {
    id: 'ActsFor',
    description: 'Somebody one may act for now: by a mandate, as guardian of a child under 15, or as representative.',
  });

const shared = { front: 'me', caller: 'person', query: nothing, headers: PERSON_HEADERS } as const;
const withMandateId = z.object({ mandateId: z.string() });
const ACTING = ['unauthorized', 'weakly-identified', 'mandate-missing'] as const;

export const listMandates = operation({
  ...shared,
  operationId: 'listMandates',
  method: 'GET',
  path: '/me/v1/mandates',
  summary: 'Mandates given, held and offered, ended ones too',
  params: nothing,
  body: nothing,
  responses: {
    200: {
      description:
        'Every mandate one is a party to; `offered` are those that wait for an answer. `actsFor` is everybody one may act ' +
        'for now; with `actsForComplete` false a register that can not be asked so, or does not answer, may know of more.',
      schema: z.object({
        given: z.array(mandateView),
        held: z.array(mandateView),
        offered: z.array(mandateView),
        actsFor: z.array(actsFor),
        actsForComplete: z.boolean(),
      }),
    },
    ...problemResponses(...ACTING),
  },
});

export const giveMandate = operation({
  ...shared,
  operationId: 'giveMandate',
  method: 'POST',
  path: '/me/v1/mandates',
  summary: 'Give a mandate; it is an offer until its holder accepts it',
  params: nothing,
  body: mandateWish,
  responses: {
    201: { description: 'Offered to the holder.', schema: mandateView },
    ...problemResponses('body-invalid', ...ACTING),
  },
});

const answering = { ...shared, method: 'POST', params: withMandateId, body: nothing } as const;

export const acceptMandate = operation({
  ...answering,
  operationId: 'acceptMandate',
  path: '/me/v1/mandates/{mandateId}/acceptance',
  summary: 'Accept a mandate offered; in force at once, or from its first day',
  responses: {
    200: { description: 'Accepted.', schema: mandateView },
    ...problemResponses(...ACTING, 'not-found', 'mandate-settled'),
  },
});

export const refuseMandate = operation({
  ...answering,
  operationId: 'refuseMandate',
  path: '/me/v1/mandates/{mandateId}/refusal',
  summary: 'Decline a mandate offered',
  responses: {
    200: { description: 'Declined.', schema: mandateView },
    ...problemResponses(...ACTING, 'not-found', 'mandate-settled'),
  },
});

export const endMandate = operation({
  ...shared,
  operationId: 'endMandate',
  method: 'DELETE',
  path: '/me/v1/mandates/{mandateId}',
  summary: 'Cancel a mandate given, or give up one held; out of force at once',
  params: withMandateId,
  body: nothing,
  responses: {
    204: { description: 'The mandate is not in force.' },
    ...problemResponses(...ACTING, 'not-found'),
  },
});
