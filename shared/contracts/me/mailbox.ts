import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { arrivalReceipt, deadlineEnd, sentLine, sentMessage } from '#shared/contracts/me/sent';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { messageKind } from '#shared/domain/message/decision';
import { attachmentId, messageId, serviceId } from '#shared/domain/message/ids';
import { calendarDate, instant } from '#shared/kernel/time';
import { toldInstant } from '#shared/kernel/told-instant';

/** Headers every call of a recipient may carry. */
export const PERSON_HEADERS = [
  {
    name: 'x-on-behalf-of',
    required: false,
    description: 'Identity code or business id of the party the person acts for, or the id of a mandate.',
  },
  { name: 'accept-language', required: false, description: 'Language of problem titles: fi, sv or en.' },
] as const;

const me = { front: 'me', caller: 'person', headers: PERSON_HEADERS } as const;
const withMessageId = z.object({ messageId: z.string() });

export const mailboxLine = z
  .object({
    messageId,
    sender: z.object({ organisation: z.string(), service: z.string() }),
    title: z.string(),
    receivedAt: instant,
    kind: messageKind,
    state: z.enum(['NEW', 'OPENED', 'AWAITING_RECEIPT']),
    /** Last day on which opening a verifiable message avoids a letter. */
    openBy: z.optional(calendarDate),
    /** The conversation it is an answer in. */
    rootMessageId: z.optional(messageId),
    /** Last day on which a deleted message can be taken back. */
    restorableUntil: z.optional(calendarDate),
  })
  .register(z.globalRegistry, { id: 'MailboxLine' });

const words = z.optional(z.string().check(z.minLength(1), z.maxLength(128)));

/** What a list can be narrowed by; the sent ones by nothing. The words of a title stand in no URL: they are asked for by `searchMailbox`. */
export const mailboxFilter = z.object({
  folder: z.optional(z.enum(['inbox', 'deleted', 'sent'])),
  /** Words of the name of the organisation or of its service. */
  sender: words,
  serviceId: z.optional(serviceId),
  /** First and last day of arrival. */
  from: z.optional(calendarDate),
  to: z.optional(calendarDate),
  state: z.optional(z.enum(['NEW', 'OPENED', 'AWAITING_RECEIPT'])),
  after: z.optional(z.string().check(z.maxLength(128))),
});

export const MAILBOX_PAGE = {
  description: 'A page of the list; where it has `next` there may be more, also after a short or empty page.',
  schema: z.object({ messages: z.array(z.union([mailboxLine, sentLine])), next: z.optional(z.string()) }),
};

export const listMailbox = operation({
  ...me,
  operationId: 'listMailbox',
  method: 'GET',
  path: '/me/v1/messages',
  summary: 'Messages of the mailbox, newest first',
  params: nothing,
  query: mailboxFilter,
  body: nothing,
  responses: {
    200: MAILBOX_PAGE,
    ...problemResponses('body-invalid', 'unauthorized', 'weakly-identified', 'mandate-missing'),
  },
});

const openedMessage = z
  .object({
    messageId,
    sender: z.object({ organisation: z.string(), service: z.string() }),
    title: z.string(),
    body: z.string(),
    bodyFormat: z.enum(['Text', 'Markdown']),
    receivedAt: instant,
    kind: messageKind,
    replyAllowed: z.boolean(),
    /** Until when an answer is asked for. */
    answerBy: z.optional(deadlineEnd),
    rootMessageId: z.optional(messageId),
    attachments: z.array(z.object({ attachmentId, filename: z.string(), mediaType: z.string(), sizeBytes: z.int() })),
  })
  .register(z.globalRegistry, { id: 'OpenedMessage' });

export const openMessage = operation({
  ...me,
  operationId: 'openMessage',
  method: 'GET',
  path: '/me/v1/messages/{messageId}',
  summary: 'Open a message; the opening is recorded once',
  params: withMessageId,
  query: nothing,
  body: nothing,
  responses: {
    200: {
      description: 'The message; of one the person has sent, with the receipt of its arrival.',
      schema: z.union([openedMessage, sentMessage]),
    },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'not-found', 'receipt-required'),
  },
});

export const acknowledgeReceipt = operation({
  ...me,
  operationId: 'acknowledgeReceipt',
  method: 'POST',
  path: '/me/v1/messages/{messageId}/receipt',
  summary: 'Acknowledge receipt of a verifiable message; then it opens',
  params: withMessageId,
  query: nothing,
  body: nothing,
  responses: {
    204: { description: 'Acknowledged.' },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'not-found', 'receipt-not-asked'),
  },
});

export const downloadAttachment = operation({
  ...me,
  operationId: 'downloadAttachment',
  method: 'GET',
  path: '/me/v1/messages/{messageId}/attachments/{attachmentId}',
  summary: 'A file of an opened message',
  params: z.object({ messageId: z.string(), attachmentId: z.string() }),
  query: nothing,
  body: nothing,
  responses: {
    200: { description: 'The file, under its own name.', schema: z.string(), mediaType: 'application/octet-stream' },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'not-found', 'receipt-required'),
  },
});

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const attachmentIds = z.optional(z.array(attachmentId).check(z.maxLength(50)));
/** A time at which the hub was not there to take it; the receipt then counts from it (13/2003 § 10). */
const sentDuring = z.optional(
  z.strictObject({ sentAt: toldInstant, outageId: z.optional(z.string().check(z.maxLength(64))) }),
);
const MESSAGE_SENT = {
  description: 'With the authority: the receipt says when it arrived, and whether in time where a day was set.',
  schema: z.object({ messageId, receipt: arrivalReceipt }),
};

export const replyToMessage = operation({
  ...me,
  operationId: 'replyToMessage',
  method: 'POST',
  path: '/me/v1/messages/{messageId}/replies',
  summary: 'Answer a message, where its sender allows it',
  params: withMessageId,
  query: nothing,
  body: z
    .strictObject({ title: z.optional(text(256)), body: text(40_000), attachmentIds, sentDuring })
    .register(z.globalRegistry, { id: 'Reply', description: 'Without a title the message answered gives it.' }),
  responses: {
    201: MESSAGE_SENT,
    ...problemResponses(
      'body-invalid',
      'unauthorized',
      'weakly-identified',
      'mandate-missing',
      'reply-not-allowed',
      'not-found',
    ),
  },
});

export const writeMessage = operation({
  ...me,
  operationId: 'writeMessage',
  method: 'POST',
  path: '/me/v1/messages',
  summary: 'Write to a service of an authority',
  params: nothing,
  query: nothing,
  body: z
    .strictObject({ serviceId, title: text(256), body: text(40_000), attachmentIds, sentDuring })
    .register(z.globalRegistry, { id: 'NewMessage' }),
  responses: {
    201: MESSAGE_SENT,
    ...problemResponses('body-invalid', 'unauthorized', 'weakly-identified', 'mandate-missing'),
  },
});

export const uploadOwnAttachment = operation({
  ...me,
  operationId: 'uploadOwnAttachment',
  method: 'POST',
  path: '/me/v1/attachments',
  summary: 'Upload a file for a reply or a message',
  description: 'One part named file. Removed when no message uses it within 24 hours.',
  params: nothing,
  query: nothing,
  body: 'multipart',
  responses: {
    201: { description: 'Stored.', schema: z.object({ attachmentId }) },
    ...problemResponses(
      'body-invalid',
      'unauthorized',
      'weakly-identified',
      'mandate-missing',
      'too-large',
      'type-refused',
    ),
  },
});
