import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { deliveryId, messageId, tenantId } from '#shared/domain/message/ids';
import { calendarDate, instant } from '#shared/kernel/time';

const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

const holdFields = {
  messageId: z.optional(messageId),
  matterId: z.optional(line(128)),
  /** For the operator: the authority whose messages it lies on. */
  tenantId: z.optional(tenantId),
  /** For the operator: it lies on everything there is. */
  everything: z.optional(z.literal(true)),
  /** Those a held message is for may know of the hold: it stands in their log of who looked. Else nobody is told. */
  told: z.optional(z.boolean()),
  reason: line(2000),
  decidedBy: line(256),
};

const holdBody = z.strictObject(holdFields).register(z.globalRegistry, {
  id: 'LegalHold',
  description:
    'An authority names a message or a matter of its own; the operator names a message, an authority, a matter of one, or ' +
    'everything. Reason and decider are sealed.',
});

const holdView = z
  .object({ holdId: z.string(), ...holdFields, enteredAt: instant, liftedAt: z.optional(instant) })
  .register(z.globalRegistry, { id: 'LegalHoldView' });

const hold = {
  front: 'hub',
  caller: 'system',
  path: '/hub/v1/legal-holds/{id}',
  params: z.object({ id: z.string() }),
  query: nothing,
  description: 'An authority by what its systems use, or the operator by key; each sees what it entered itself.',
} as const;

export const putLegalHold = operation({
  ...hold,
  operationId: 'putLegalHold',
  method: 'PUT',
  summary: 'Hold messages back from their ending, whatever their time; in force when this answers',
  body: holdBody,
  responses: {
    200: { description: 'Amended.', schema: holdView },
    201: { description: 'Entered.', schema: holdView },
    ...problemResponses('body-invalid', 'unauthorized', 'conflict'),
  },
});

export const showLegalHold = operation({
  ...hold,
  operationId: 'showLegalHold',
  method: 'GET',
  summary: 'A legal hold, in force or lifted',
  body: nothing,
  responses: {
    200: { description: 'The hold.', schema: holdView },
    ...problemResponses('unauthorized', 'not-found'),
  },
});

export const liftLegalHold = operation({
  ...hold,
  operationId: 'liftLegalHold',
  method: 'DELETE',
  summary: 'Lift a legal hold: what it kept ends within a month, where its time is over',
  body: nothing,
  responses: {
    204: { description: 'Lifted; kept for the record.' },
    ...problemResponses('unauthorized', 'not-found'),
  },
});

const recordKind = z.enum(['MESSAGE_CONTENT', 'RECEIVED_CONTENT', 'PROOF', 'UNUSED_UPLOAD', 'ACCESS_LOG']);

const retentionView = z
  .object({
    until: calendarDate,
    /** Entries of the work list that this page has looked at. */
    lookedAt: z.int(),
    counts: z.array(z.object({ tenantId: z.optional(tenantId), kind: recordKind, count: z.int() })),
    ending: z.array(
      z.object({
        kind: recordKind,
        tenantId: z.optional(tenantId),
        messageId: z.optional(messageId),
        deliveryId: z.optional(deliveryId),
        attachmentId: z.optional(z.string()),
        at: instant,
      }),
    ),
    next: z.optional(z.string()),
  })
  .register(z.globalRegistry, { id: 'RetentionAhead' });

export const showRetention = operation({
  front: 'hub',
  caller: 'operator',
  operationId: 'showRetention',
  method: 'GET',
  path: '/hub/v1/retention',
  summary: 'What would end by the end of a day, as things stand; nothing is changed',
  description: 'Give `next` as `after` for the page after; counts are those of the page.',
  params: nothing,
  query: z.object({
    until: calendarDate,
    after: z.optional(z.string()),
    limit: z.optional(z.string().check(z.regex(/^([1-9]\d{0,2}|1000)$/, 'is a whole number from 1 to 1000'))),
  }),
  body: nothing,
  responses: {
    200: { description: 'What would end.', schema: retentionView },
    ...problemResponses('body-invalid', 'unauthorized'),
  },
});
