import * as z from 'zod/mini';
import { MAILBOX } from '#shared/contracts/pages/mailbox';
import { PAGE, lookedAt, sent } from '#shared/contracts/pages/page';

const after = z.optional(z.string());

export const pageOfSent = lookedAt({
  operationId: 'pageOfSent',
  path: `${MAILBOX}/sent`,
  summary: 'What was sent to authorities, as a page',
  query: { after },
});

export const pageOfSentMessage = lookedAt({
  operationId: 'pageOfSentMessage',
  path: `${MAILBOX}/sent/{messageId}`,
  summary: 'A message that was sent, with the receipt of its arrival, as a page',
});

export const pageOfDeleted = lookedAt({
  operationId: 'pageOfDeleted',
  path: `${MAILBOX}/deleted`,
  summary: 'Deleted messages, and until when each can be restored, as a page',
  query: { after },
});

export const sendDeletion = sent({
  operationId: 'sendDeletion',
  path: `${MAILBOX}/messages/{messageId}/deletion`,
  summary: 'Move a message to the deleted ones from the page',
});

export const sendRestoration = sent({
  operationId: 'sendRestoration',
  path: `${MAILBOX}/messages/{messageId}/restoration`,
  summary: 'Restore a deleted message from the page',
});

export const pageOfSearch = lookedAt({
  operationId: 'pageOfSearch',
  path: `${MAILBOX}/search`,
  summary: 'The form of a search, as a page',
});

export const sendSearch = sent({
  operationId: 'sendSearch',
  path: `${MAILBOX}/search`,
  summary: 'Messages that are sought, as a page; the words stand in no address',
  answer: PAGE[200],
});

export const pageOfThread = lookedAt({
  operationId: 'pageOfThread',
  path: `${MAILBOX}/threads/{messageId}`,
  summary: 'A conversation by the message that began it, as a page',
});
