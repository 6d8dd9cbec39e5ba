import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { closingEvidence } from '#shared/domain/message/facts';
import { serviceId } from '#shared/domain/message/ids';
import { calendarDate, instant } from '#shared/kernel/time';

const hub = { front: 'hub', method: 'POST', caller: 'system', query: nothing } as const;
const withMessageId = z.object({ messageId: z.string() });
const freeText = z.string().check(z.minLength(1), z.maxLength(2000));

const responses = {
  204: { description: 'On record; the same again adds nothing.' },
  ...problemResponses('body-invalid', 'unauthorized', 'not-found'),
};

export const closeDelivery = operation({
  ...hub,
  operationId: 'closeDelivery',
  path: '/hub/v1/messages/{messageId}/closings',
  summary: 'Close a delivery by hand, with the evidence of its service (434/2003 § 60 to 63)',
  params: withMessageId,
  body: z
    .strictObject({
      deliveryId: z.string(),
      evidence: closingEvidence,
      /** The date on the evidence. */
      date: calendarDate,
      note: z.optional(freeText),
    })
    .register(z.globalRegistry, {
      id: 'Closing',
      description: 'Served outside the hub. The note is sealed and shown to nobody.',
    }),
  responses,
});

export const rebutDelivery = operation({
  ...hub,
  operationId: 'rebutDelivery',
  path: '/hub/v1/messages/{messageId}/rebuttals',
  summary: 'Put on record when a document was shown to be served, against the presumption',
  params: withMessageId,
  body: z
    .strictObject({ deliveryId: z.string(), servedOn: calendarDate, reason: freeText })
    .register(z.globalRegistry, {
      id: 'Rebuttal',
      description: 'The finding of the authority ("unless otherwise shown"). The reason is sealed and shown to nobody.',
    }),
  responses,
});

export const recallMessage = operation({
  ...hub,
  operationId: 'recallMessage',
  path: '/hub/v1/messages/{messageId}/recall',
  summary: 'Take a message on its way to print back, as long as its batch is not cut',
  description: 'A message of which anything is out already is left as it is. The same again changes nothing.',
  params: withMessageId,
  body: z
    .strictObject({ reason: freeText })
    .register(z.globalRegistry, { id: 'Recall', description: 'The reason is sealed and shown to nobody.' }),
  responses: { ...responses, ...problemResponses('body-invalid', 'unauthorized', 'not-found', 'recall-too-late') },
});

export const confirmArchiving = operation({
  ...hub,
  operationId: 'confirmArchiving',
  path: '/hub/v1/messages/{messageId}/archivings',
  summary:
    'Confirm that the proof of a message is in the archive of the authority, so that the hub need not keep it longer',
  params: withMessageId,
  body: z
    .strictObject({ archivedOn: calendarDate })
    .register(z.globalRegistry, { id: 'Archiving', description: 'The proof then ends with the log (571/2016 § 20).' }),
  responses,
});

export const transferInbound = operation({
  ...hub,
  operationId: 'transferInbound',
  path: '/hub/v1/inbound/{messageId}/transfers',
  summary: 'Pass a message from an end user on to the authority it belongs to (13/2003 § 15)',
  description: 'Once: the same again answers the same, and to another service it is refused. The sender is told.',
  params: withMessageId,
  body: z
    .strictObject({ toServiceId: serviceId, reason: freeText })
    .register(z.globalRegistry, { id: 'Transfer', description: 'The reason is sealed and shown to nobody.' }),
  responses: {
    201: {
      description: 'With the other authority, its time of arrival kept.',
      schema: z.object({ toServiceId: serviceId, transferredAt: instant }),
    },
    ...problemResponses('body-invalid', 'unauthorized', 'not-found', 'conflict'),
  },
});
