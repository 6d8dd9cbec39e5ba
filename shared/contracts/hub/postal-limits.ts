import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { limitFields, postalApproval } from '#shared/domain/delivery-postal/postal-limit';
import { tenantId } from '#shared/domain/message/ids';
import { calendarDate, instant } from '#shared/kernel/time';

const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}]*$/u));

const limitBody = z
  .strictObject({
    ...limitFields,
    /** Kept as written: name no recipient. */
    reason: z.optional(line(500)),
  })
  .register(z.globalRegistry, {
    id: 'PostalLimit',
    description:
      'Letters of an authority in a day of Helsinki: `lettersADay` go, the rest on the days after; of more than `approvalAbove` none goes but by an approval. Without numbers nothing is limited.',
  });

const approvalBody = z
  .strictObject({
    letters: postalApproval.shape.letters,
    /** A day in Helsinki, from today to 31 days ahead. @default today */
    day: z.optional(calendarDate),
    by: line(128),
    /** Kept as written: name no recipient. */
    reason: line(500),
  })
  .register(z.globalRegistry, {
    id: 'PostalApprovalOrder',
    description:
      'Letters that may go beyond the limits of a day, in all. Of several for one day the last one holds; all are kept.',
  });

const approvalView = z.object(postalApproval.shape).register(z.globalRegistry, { id: 'PostalApproval' });

const limitView = z
  .object({
    tenantId,
    ...limitFields,
    changedAt: z.optional(instant),
    reason: z.optional(z.string()),
    /** Today in Helsinki. */
    day: calendarDate,
    /** Letters whose places of the day are taken. */
    taken: z.int(),
    /** Letters that wait, as the last cut has found them. */
    waiting: z.int(),
    /** Of these, how many go neither today nor without more being done: on another day, or by an approval. */
    beyond: z.int(),
    /** None of them goes by itself, on no day. */
    needsApproval: z.boolean(),
    /** The number an approval has to name so that all that wait go today. */
    toApprove: z.int(),
    approvals: z.array(approvalView),
  })
  .register(z.globalRegistry, { id: 'PostalLimitView' });

const ofOne = {
  front: 'hub',
  caller: 'operator',
  path: '/hub/v1/postal-limits/{tenantId}',
  params: z.object({ tenantId: z.string() }),
  query: nothing,
} as const;

export const putPostalLimit = operation({
  ...ofOne,
  operationId: 'putPostalLimit',
  method: 'PUT',
  summary: 'Limit the letters of an authority in a day, or lift the limit',
  body: limitBody,
  responses: {
    200: { description: 'From now on.', schema: limitView },
    ...problemResponses('body-invalid', 'unauthorized', 'not-found'),
  },
});

export const showPostalLimit = operation({
  ...ofOne,
  operationId: 'showPostalLimit',
  method: 'GET',
  summary: 'The limit of an authority, and what waits for it',
  body: nothing,
  responses: {
    200: { description: 'As it stands.', schema: limitView },
    ...problemResponses('unauthorized', 'not-found'),
  },
});

export const approveLetters = operation({
  ...ofOne,
  path: '/hub/v1/postal-limits/{tenantId}/approvals',
  operationId: 'approveLetters',
  method: 'POST',
  summary: 'Let letters of an authority go beyond its limit',
  body: approvalBody,
  responses: {
    200: { description: 'They go with the next cut.', schema: limitView },
    ...problemResponses('body-invalid', 'unauthorized', 'not-found', 'conflict'),
  },
});

export const listPostalLimits = operation({
  ...ofOne,
  path: '/hub/v1/postal-limits',
  params: nothing,
  operationId: 'listPostalLimits',
  method: 'GET',
  summary: 'Every limit that was entered, and what waits for it',
  body: nothing,
  responses: {
    200: { description: 'As they stand.', schema: z.object({ limits: z.array(limitView) }) },
    ...problemResponses('unauthorized'),
  },
});

const own = { front: 'hub', caller: 'system', params: nothing, query: nothing } as const;

export const showOwnPostalLimit = operation({
  ...own,
  path: '/hub/v1/postal-limit',
  operationId: 'showOwnPostalLimit',
  method: 'GET',
  summary: 'The limit of this authority, and what waits for it',
  body: nothing,
  responses: { 200: { description: 'As it stands.', schema: limitView }, ...problemResponses('unauthorized') },
});

export const approveOwnLetters = operation({
  ...own,
  path: '/hub/v1/postal-limit/approvals',
  operationId: 'approveOwnLetters',
  method: 'POST',
  summary: 'Let letters of this authority go beyond its limit',
  description: 'With the credential of a system that may send for no service: whoever sends does not approve.',
  body: approvalBody,
  responses: {
    200: { description: 'They go with the next cut.', schema: limitView },
    ...problemResponses('body-invalid', 'unauthorized', 'role-missing', 'conflict'),
  },
});

export const LIMIT_CALLS = [
  putPostalLimit,
  showPostalLimit,
  approveLetters,
  listPostalLimits,
  showOwnPostalLimit,
  approveOwnLetters,
] as const;
