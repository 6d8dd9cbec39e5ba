import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { accessAct } from '#shared/domain/access/access-entry';
import { identifiedBy } from '#shared/domain/access/desk-visit';
import { actor } from '#shared/domain/message/actor';
import { messageId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** An entry of the log as the person it is about reads it. */
export const accessView = z
  .object({
    entryId: z.string(),
    at: instant,
    act: accessAct,
    by: z.object({ role: actor.shape.role, name: z.optional(z.string()) }),
    organisation: z.optional(z.string()),
    reason: z.optional(z.string()),
    /** What an official was sure by that I stood before them. */
    identifiedBy: z.optional(identifiedBy),
    /** Who stood before an official in my place, by the registers. */
    standIn: z.optional(z.object({ role: actor.shape.role, name: z.string() })),
    messageId: z.optional(messageId),
  })
  .register(z.globalRegistry, {
    id: 'AccessEntry',
    description: 'Who looked at, or changed, what is held on me, when and why.',
  });

export const listAccess = operation({
  operationId: 'listAccess',
  front: 'me',
  caller: 'person',
  method: 'GET',
  path: '/me/v1/access-log',
  summary: 'Who has looked at or changed my data, newest first',
  headers: PERSON_HEADERS,
  params: nothing,
  query: z.object({ after: z.optional(z.string().check(z.maxLength(128))) }),
  body: nothing,
  responses: {
    200: {
      description: 'A page of the log.',
      schema: z.object({ entries: z.array(accessView), next: z.optional(z.string()) }),
    },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing'),
  },
});
