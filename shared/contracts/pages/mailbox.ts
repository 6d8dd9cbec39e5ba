import * as z from 'zod/mini';
import { type Operation, nothing, operation } from '#shared/contracts/http/operation';
import { PAGE, forAnybody, lookedAt, sent, wayBack } from '#shared/contracts/pages/page';

/** Path that all pages begin with at the root of the hub. */
export const MAILBOX = '/mailbox';

const text = z.optional(z.string());

export const pageOfMessages = lookedAt({
  operationId: 'pageOfMessages',
  path: MAILBOX,
  summary: 'The messages of the mailbox as a page; with an offer, the offer to consent',
  query: { after: text, offer: text },
});

export const pageOfMessage = lookedAt({
  operationId: 'pageOfMessage',
  path: `${MAILBOX}/messages/{messageId}`,
  summary: 'A message as a page, opened; before its receipt, what the receipt means',
});

export const sendReceipt = sent({
  operationId: 'sendReceipt',
  path: `${MAILBOX}/messages/{messageId}/receipt`,
  summary: 'Acknowledge receipt from the page',
});

export const pageOfDecision = lookedAt({
  operationId: 'pageOfDecision',
  path: `${MAILBOX}/messages/{messageId}/decision`,
  summary: 'Why a message came by its channel, as a page',
});

export const pageOfReply = lookedAt({
  operationId: 'pageOfReply',
  path: `${MAILBOX}/messages/{messageId}/reply`,
  summary: 'The form of a reply',
});

export const sendReply = sent({
  operationId: 'sendReply',
  path: `${MAILBOX}/messages/{messageId}/reply`,
  summary: 'Answer a message from the page',
  files: true,
});

export const fileOfMessage: Operation = operation({
  operationId: 'fileOfMessage',
  front: 'pages',
  caller: 'visitor',
  method: 'GET',
  path: `${MAILBOX}/messages/{messageId}/attachments/{attachmentId}`,
  summary: 'A file of an opened message, for the page',
  params: z.object({ messageId: z.string(), attachmentId: z.string() }),
  query: nothing,
  body: nothing,
  responses: {
    ...pageOfMessage.responses,
    200: { description: 'The file, under its own name.', schema: z.string(), mediaType: 'application/octet-stream' },
  },
});

export const pageOfWriting = lookedAt({
  operationId: 'pageOfWriting',
  path: `${MAILBOX}/write`,
  summary: 'The form of a message to a service',
  query: { service: text },
});

export const sendWriting = sent({
  operationId: 'sendWriting',
  path: `${MAILBOX}/write`,
  summary: 'Write to a service from the page',
  files: true,
});

export const pageOfConsent = lookedAt({
  operationId: 'pageOfConsent',
  path: `${MAILBOX}/consent`,
  summary: 'The consent in force and what it means, as a page',
});

export const sendConsent = sent({
  operationId: 'sendConsent',
  path: `${MAILBOX}/consent`,
  summary: 'Give consent, or change its e-mail or language, from the page',
});

export const pageOfConsentHistory = lookedAt({
  operationId: 'pageOfConsentHistory',
  path: `${MAILBOX}/consent/history`,
  summary: 'Every change of the consent, newest first, as a page',
  query: { after: text },
});

export const pageOfWithdrawal = lookedAt({
  operationId: 'pageOfWithdrawal',
  path: `${MAILBOX}/consent/withdrawal`,
  summary: 'What follows from a withdrawal of consent, as a page',
});

export const sendWithdrawal = sent({
  operationId: 'sendWithdrawal',
  path: `${MAILBOX}/consent/withdrawal`,
  summary: 'Withdraw consent from the page; in force at once',
});

export const sendOfferedConsent = sent({
  operationId: 'sendOfferedConsent',
  path: `${MAILBOX}/offer`,
  summary: 'Give the consent that a service offers, and go back to the service',
});

export const pageOfMatters = lookedAt({
  operationId: 'pageOfMatters',
  path: `${MAILBOX}/matters`,
  summary: 'The choice for one matter, as a page',
  query: { message: text },
});

export const sendMatter = sent({
  operationId: 'sendMatter',
  path: `${MAILBOX}/matters`,
  summary: 'Look at a matter, choose for it, or take the choice back, from the page',
});

export const pageOfActing = lookedAt({
  operationId: 'pageOfActing',
  path: `${MAILBOX}/acting`,
  summary: 'Whose mailbox is looked at, as a page',
});

export const sendActing = sent({
  operationId: 'sendActing',
  path: `${MAILBOX}/acting`,
  summary: 'Choose whose mailbox is looked at',
});

export const sendSignOut = sent({
  operationId: 'sendSignOut',
  path: `${MAILBOX}/sign-out`,
  summary: 'Sign out',
});

export const comeBack = wayBack(
  { operationId: 'comeBack', path: `${MAILBOX}/signed-in`, summary: 'Come back from the provider of identification' },
  { code: text, state: text, error: text },
);

export const startSignIn = forAnybody(
  { operationId: 'startSignIn', path: `${MAILBOX}/sign-in`, summary: 'Go to the provider of identification' },
  { 303: { description: 'The address of the provider.' } },
);

export const pageOfSignOut = forAnybody(
  { operationId: 'pageOfSignOut', path: `${MAILBOX}/sign-out`, summary: 'Told after signing out, as a page' },
  PAGE,
);

export const pageOfAccessibility = forAnybody(
  { operationId: 'pageOfAccessibility', path: `${MAILBOX}/accessibility`, summary: 'The accessibility statement' },
  PAGE,
);

export const styleOfPages: Operation = operation({
  operationId: 'styleOfPages',
  front: 'pages',
  caller: 'anybody',
  method: 'GET',
  path: `${MAILBOX}/style/{file}`,
  summary: 'The stylesheet of the pages, under the hash of its content',
  params: z.object({ file: z.string() }),
  query: nothing,
  body: nothing,
  responses: {
    200: { description: 'The stylesheet; it never changes under its name.', schema: z.string(), mediaType: 'text/css' },
    404: { description: 'Another version.', schema: z.string(), mediaType: 'text/html' },
  },
});
