import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { arrivalReceipt } from '#shared/contracts/me/sent';
import { messageId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

const me = {
  front: 'me',
  caller: 'person',
  headers: PERSON_HEADERS,
  method: 'GET',
  query: nothing,
  body: nothing,
} as const;
const REFUSALS = problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'not-found');

const threadLine = z
  .object({
    messageId,
    direction: z.enum(['RECEIVED', 'SENT']),
    at: instant,
    title: z.string(),
    /** The other side. */
    with: z.object({ organisation: z.string(), service: z.string() }),
    /** Of one received. */
    state: z.optional(z.enum(['NEW', 'OPENED', 'AWAITING_RECEIPT'])),
  })
  .register(z.globalRegistry, { id: 'ThreadLine' });

export const showThread = operation({
  ...me,
  operationId: 'showThread',
  path: '/me/v1/threads/{rootMessageId}',
  summary: 'A conversation with an authority, oldest first; nothing is opened',
  params: z.object({ rootMessageId: z.string() }),
  responses: {
    200: {
      description: 'What was received and what was sent.',
      schema: z.object({ rootMessageId: messageId, messages: z.array(threadLine) }),
    },
    ...REFUSALS,
  },
});

export const showArrivalReceipt = operation({
  ...me,
  operationId: 'showArrivalReceipt',
  path: '/me/v1/messages/{messageId}/receipt-of-arrival',
  summary: 'The receipt of a message sent to an authority',
  params: z.object({ messageId: z.string() }),
  responses: { 200: { description: 'When it arrived, and whether in time.', schema: arrivalReceipt }, ...REFUSALS },
});
