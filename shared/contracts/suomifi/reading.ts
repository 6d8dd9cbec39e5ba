import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { BAD_REQUEST, BAD_REQUEST_LISTED, NOT_FOUND, UNAUTHORIZED } from '#shared/contracts/suomifi/errors';
import { eventsPage } from '#shared/contracts/suomifi/events';
import { messageAccepted } from '#shared/contracts/suomifi/sending';
import { externalId, messageId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

const named = <T extends z.ZodMiniType>(id: string, schema: T): T => {
  z.globalRegistry.add(schema, { id });
  return schema;
};

const endUserId = named('EndUserId', z.object({ id: z.string().check(z.minLength(9), z.maxLength(11)) }));

export const activeMailboxes = operation({
  operationId: 'activeMailboxes',
  front: 'suomifi',
  method: 'POST',
  path: '/v1/mailboxes/active',
  summary: 'Which of these people or organisations have an active mailbox',
  description: 'Only to be used in connection with sending; results must not be stored permanently.',
  caller: 'system',
  params: nothing,
  query: nothing,
  body: named('EndUsers', z.object({ endUsers: z.array(endUserId).check(z.minLength(1), z.maxLength(10_000)) })),
  responses: {
    200: {
      description: 'The active ones, as asked.',
      schema: named('EndUsersWithActiveMailbox', z.object({ endUsersWithActiveMailbox: z.array(endUserId) })),
    },
    400: BAD_REQUEST,
    401: UNAUTHORIZED,
  },
});

export const getEvents = operation({
  operationId: 'getEvents',
  front: 'suomifi',
  method: 'GET',
  path: '/v2/events',
  summary: 'Page through state changes and incoming messages',
  description: 'Keep the token of every answer. Events can be read for 60 days.',
  caller: 'system',
  params: nothing,
  query: z.object({ continuationToken: z.optional(z.string()) }),
  body: nothing,
  responses: { 200: { description: 'The next page.', schema: eventsPage }, 400: BAD_REQUEST, 401: UNAUTHORIZED },
});

const actor = named('Actor', z.object({ id: z.string(), name: z.string() }));

const receivedAttachment = named(
  'ReceivedAttachment',
  z.object({
    attachmentId: z.optional(z.string()),
    filename: z.optional(z.string()),
    mediaType: z.optional(z.string()),
    sizeBytes: z.optional(z.int()),
  }),
);

const receivedElectronic = named(
  'ReceivedElectronic',
  z.object({
    messageId,
    createdAt: instant,
    title: z.string(),
    body: z.string(),
    attachments: z.array(receivedAttachment),
    thread: z.optional(
      named('Thread', z.object({ rootMessageId: messageId, threadExternalId: z.optional(externalId) })),
    ),
  }),
);

const receivedMessage = named(
  'ReceivedMessage',
  z.object({
    messageId,
    createdAt: instant,
    electronic: receivedElectronic,
    sender: z.optional(
      named(
        'ReceivedSender',
        z.object({ mailboxOwner: actor, personSendingMessageOnBehalfOfMailboxOwner: z.optional(actor) }),
      ),
    ),
  }),
);

export const getReceivedMessage = operation({
  operationId: 'getReceivedMessage',
  front: 'suomifi',
  method: 'GET',
  path: '/v2/messages/{id}',
  summary: 'Read a message an end user sent to the service',
  caller: 'system',
  params: z.object({ id: z.string() }),
  query: nothing,
  body: nothing,
  responses: {
    200: { description: 'The message.', schema: receivedMessage },
    400: BAD_REQUEST,
    401: UNAUTHORIZED,
    404: NOT_FOUND,
  },
});

export const getMessageIdByExternalId = operation({
  operationId: 'getMessageIdByExternalId',
  front: 'suomifi',
  method: 'GET',
  path: '/v1/messages/id',
  summary: "Look up the hub's message id by the external id",
  caller: 'system',
  params: nothing,
  query: z.object({ externalId: z.string() }),
  body: nothing,
  responses: {
    200: { description: 'Found.', schema: messageAccepted },
    400: BAD_REQUEST_LISTED,
    401: UNAUTHORIZED,
    404: NOT_FOUND,
  },
});
