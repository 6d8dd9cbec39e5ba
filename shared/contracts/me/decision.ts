import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { channel, flag, reason } from '#shared/domain/message/decision';
import { language } from '#shared/domain/message/hub-fields';
import { messageId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

const ownDecision = z
  .object({
    messageId,
    decidedAt: instant,
    channel,
    reason,
    flags: z.array(flag),
    explanation: z.string(),
    language,
    legalBasis: z.array(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'OwnDecision',
    description: 'Why a message came by the channel it did, in the language of its recipient (REQ-223).',
  });

export const showOwnDecision = operation({
  operationId: 'showOwnDecision',
  front: 'me',
  method: 'GET',
  path: '/me/v1/decisions/{messageId}',
  summary: 'Why a message came by this channel, letters included',
  caller: 'person',
  params: z.object({ messageId: z.string() }),
  query: nothing,
  headers: PERSON_HEADERS,
  body: nothing,
  responses: {
    200: { description: 'The decision in force.', schema: ownDecision },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'not-found'),
  },
});
