import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { MAILBOX_PAGE, PERSON_HEADERS, mailboxFilter } from '#shared/contracts/me/mailbox';

const me = { front: 'me', caller: 'person', headers: PERSON_HEADERS, query: nothing } as const;
const withMessageId = z.object({ messageId: z.string() });

export const searchMailbox = operation({
  ...me,
  operationId: 'searchMailbox',
  method: 'POST',
  path: '/me/v1/messages/searches',
  summary: 'Search the mailbox, by words of the title too',
  description: 'As listMailbox; the words looked for may tell of a person, so they stand in the body and in no URL.',
  params: nothing,
  body: z
    .strictObject({
      ...mailboxFilter.shape,
      /** Words of the title, whatever their case. */
      title: z.optional(z.string().check(z.minLength(1), z.maxLength(256))),
    })
    .register(z.globalRegistry, { id: 'MailboxSearch' }),
  responses: {
    200: MAILBOX_PAGE,
    ...problemResponses('body-invalid', 'unauthorized', 'weakly-identified', 'mandate-missing'),
  },
});

export const countMessages = operation({
  ...me,
  operationId: 'countMessages',
  method: 'GET',
  path: '/me/v1/messages/counts',
  summary: 'How many messages wait to be read',
  params: nothing,
  body: nothing,
  responses: {
    200: {
      description: 'Counted among the newest messages of the inbox; `complete` is false where there are older ones.',
      schema: z
        .object({ unread: z.int(), awaitingReceipt: z.int(), complete: z.boolean() })
        .register(z.globalRegistry, { id: 'UnreadCounts' }),
    },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing'),
  },
});

export const deleteMessage = operation({
  ...me,
  operationId: 'deleteMessage',
  method: 'DELETE',
  path: '/me/v1/messages/{messageId}',
  summary: 'Move a message to the deleted ones, from where it can be taken back for 60 days',
  params: withMessageId,
  body: nothing,
  responses: {
    204: { description: 'Among the deleted ones. What its sender knows of the delivery stays as it is.' },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'not-found', 'receipt-before-deletion'),
  },
});

export const restoreMessage = operation({
  ...me,
  operationId: 'restoreMessage',
  method: 'POST',
  path: '/me/v1/messages/{messageId}/restore',
  summary: 'Take a deleted message back',
  params: withMessageId,
  body: nothing,
  responses: {
    204: { description: 'In the inbox.' },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'not-found'),
  },
});
