import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { cents } from '#shared/contracts/hub/costs';
import { eventView } from '#shared/contracts/hub/event-view';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { addresseeRole } from '#shared/domain/message/addressee';
import { channel, decisionFacts, flag, messageKind, reason, ruleSetId } from '#shared/domain/message/decision';
import { deliveryId, externalId, messageId, serviceId } from '#shared/domain/message/ids';
import { tariffProduct } from '#shared/domain/programme/registry/tariff';
import { calendarDate, instant } from '#shared/kernel/time';

const explanation = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

const decisionView = z
  .object({
    ruleSetId,
    decidedAt: instant,
    path: z.array(z.string()),
    legalBasis: z.array(z.string()),
    explanation,
    facts: decisionFacts,
  })
  .register(z.globalRegistry, { id: 'Decision', description: 'Where the delivery goes and why (REQ-223).' });

export const assessmentView = z
  .object({
    ruleSetId,
    /** The set the message was sent under. */
    primary: z.boolean(),
    attempt: z.int(),
    channel,
    status: z.enum(['PENDING', 'DEEMED', 'SERVED', 'NOT_SERVED', 'DOUBTFUL']),
    deemedDate: z.optional(calendarDate),
    deemedAt: z.optional(instant),
    /** The statute, written as `13/2003 § 19`. */
    basis: z.string(),
    rebuttable: z.boolean(),
    appealLastDay: z.optional(calendarDate),
    appealEndsAt: z.optional(instant),
    /** What the date was counted from: calendar days in Helsinki after the day of the anchor. */
    inputs: z.optional(
      z.object({
        anchor: z.enum(['SENT', 'OPENED', 'HANDED', 'POSTED', 'ARRIVED', 'RECEIPT', 'CLOSING', 'FINDING']),
        on: calendarDate,
        at: z.optional(instant),
        days: z.int(),
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'Assessment',
    description: 'When one attempt served the document by one rule set. It follows from the facts alone.',
  });

const deliveryCosts = z
  .object({
    items: z.array(z.object({ product: tariffProduct, day: calendarDate, ...cents })),
    /** By standing in a mailbox instead of an ordinary or a registered letter of one sheet; absent: it went on paper too. */
    saved: z.optional(z.object(cents)),
  })
  .register(z.globalRegistry, { id: 'DeliveryCosts', description: 'What the delivery has cost its sender so far.' });

const deliveryView = z
  .object({
    deliveryId,
    /** SELF: the recipient the sender named. The name is that of somebody else who receives, as the register has it. */
    recipient: z.object({ role: addresseeRole, name: z.optional(z.string()) }),
    channel: z.nullable(channel),
    reason: z.nullable(reason),
    flags: z.array(flag),
    decision: z.nullable(decisionView),
    /** Newest attempt first. */
    assessments: z.array(assessmentView),
    next: z.optional(
      z.object({
        step: z.string(),
        dueAt: instant,
        /** Why a letter lies on the shelf: it may go before `dueAt`, or after it. */
        waitsFor: z.optional(z.enum(['BATCH', 'POSTAL_GATE', 'POSTAL_LIMIT'])),
      }),
    ),
    costs: deliveryCosts,
    events: z.array(eventView),
  })
  .register(z.globalRegistry, { id: 'Delivery' });
export type DeliveryView = z.infer<typeof deliveryView>;

export const messageView = z
  .object({
    messageId,
    externalId,
    serviceId,
    matterId: z.optional(z.string()),
    kind: messageKind,
    acceptedAt: instant,
    state: z.enum([
      'ACCEPTED',
      'HELD',
      'IN_DELIVERY',
      'DELIVERED',
      'SERVED',
      'MANUAL',
      'UNDELIVERABLE',
      'RECALLED',
      'REJECTED',
    ]),
    contentSha256: z.string(),
    /** What of it is gone since its time is over; digests and the chain of its events stay. */
    erased: z.optional(z.object({ contentAt: instant, proofAt: z.optional(instant) })),
    deliveries: z.array(deliveryView),
  })
  .register(z.globalRegistry, {
    id: 'MessageStatus',
    description: 'State of a message, its deliveries and the decision behind each.',
  });
export type MessageView = z.infer<typeof messageView>;

const shown = {
  front: 'hub',
  method: 'GET',
  caller: 'system',
  body: nothing,
  responses: {
    200: { description: 'The message.', schema: messageView },
    ...problemResponses('unauthorized', 'not-found'),
  },
} as const;

export const showMessage = operation({
  ...shown,
  operationId: 'showMessage',
  path: '/hub/v1/messages/{messageId}',
  summary: 'State of a message, with the decision and every event',
  params: z.object({ messageId: z.string() }),
  query: nothing,
});

export const findMessage = operation({
  ...shown,
  operationId: 'findMessage',
  path: '/hub/v1/messages',
  summary: 'The same, by the external id of this system',
  params: nothing,
  query: z.object({ externalId: z.string() }),
  responses: { ...shown.responses, ...problemResponses('unauthorized', 'not-found', 'body-invalid') },
});
