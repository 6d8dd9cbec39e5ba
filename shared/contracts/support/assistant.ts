import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { supportContactData } from '#shared/domain/digital-support/registry/provider';
import { language } from '#shared/domain/message/hub-fields';
import { texts } from '#shared/domain/programme/words';

const answered = z
  .object({
    automated: z.literal(true),
    disclosure: z.string(),
    answers: z.array(
      z.object({
        faqId: z.string(),
        text: z.string(),
        links: z.array(z.object({ name: z.string(), address: z.string() })),
        owner: z.string(),
      }),
    ),
    /** People who answer. */
    handOver: z.array(z.object({ names: texts, contact: supportContactData })),
    /** Who answers for the assistant. */
    owner: z.string(),
    /** For the caller's own record: the question and this answer are the transcript, and the hub keeps neither. */
    transcriptId: z.string(),
  })
  .register(z.globalRegistry, { id: 'AssistantAnswer', description: 'Guidance found by rules; never a decision.' });

export const askAssistant = operation({
  operationId: 'askAssistant',
  front: 'support',
  method: 'POST',
  path: '/support/v1/assistant/questions',
  summary: 'Ask the automatic adviser, where it is in use',
  caller: 'anybody',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    question: z.string().check(z.minLength(1), z.maxLength(1000)),
    language: z._default(language, 'fi'),
  }),
  responses: {
    200: { description: 'Answers, and people to turn to.', schema: answered },
    ...problemResponses('body-invalid', 'assistant-off'),
  },
});
