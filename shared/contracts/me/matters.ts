import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { emailAddress } from '#shared/domain/consent/email-address';
import { postalAddress } from '#shared/domain/message/address';
import { ADDRESS_RULES, addressFlaws } from '#shared/domain/message/address-flaw';
import { formOfId } from '#shared/domain/message/identity-code';
import { serviceId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** An address abroad is served by hand. */
const servableAddress = postalAddress.check((ctx) => {
  for (const flaw of addressFlaws(ctx.value)) {
    const { field, rule } = ADDRESS_RULES[flaw];
    ctx.issues.push({ code: 'custom', path: field === '' ? [] : [field], message: rule, input: ctx.value });
  }
});

const recipientCode = z
  .string()
  .check(z.refine((id) => formOfId(id) !== undefined, { error: 'must be a valid identity code or business id' }));

const processAddress = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('POSTAL'), address: servableAddress }),
    z.strictObject({ type: z.literal('MESSAGES'), noticeEmail: z.optional(emailAddress) }),
    z.strictObject({ type: z.literal('AGENT'), agentId: recipientCode }),
  ])
  .register(z.globalRegistry, {
    id: 'ProcessAddress',
    description:
      'Where a party wants to be served in a matter: the mailbox, a postal address, or an agent with a power to be served.',
  });

const matterList = z
  .object({
    matters: z.array(
      z.object({
        serviceId,
        matterId: z.string(),
        kind: z.enum(['PAPER', 'PROCESS_ADDRESS']),
        processAddress: z.optional(processAddress),
        declaredAt: instant,
      }),
    ),
    next: z.optional(z.string()),
  })
  .register(z.globalRegistry, { id: 'MatterChoices', description: 'Choices in force for single matters.' });

export const listMatters = operation({
  operationId: 'listMatters',
  front: 'me',
  caller: 'person',
  method: 'GET',
  path: '/me/v1/matters',
  summary: 'The choices in force for single matters',
  description: 'A page may be short though `next` stands in it; where it does not, there is no more.',
  headers: PERSON_HEADERS,
  params: nothing,
  query: z.object({ after: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))) }),
  body: nothing,
  responses: {
    200: { description: 'A page of them.', schema: matterList },
    ...problemResponses('body-invalid', 'unauthorized', 'weakly-identified', 'mandate-missing'),
  },
});

const kind = z.enum(['PAPER', 'PROCESS_ADDRESS']);

export const matterChoice = z
  .strictObject({ kind, processAddress: z.optional(processAddress) })
  .check(
    z.refine((choice) => (choice.kind === 'PROCESS_ADDRESS') === (choice.processAddress !== undefined), {
      path: ['processAddress'],
      error: 'is required when kind is PROCESS_ADDRESS, and goes with no other kind',
    }),
  )
  .register(z.globalRegistry, { id: 'MatterChoice' });

const matterChoiceView = z
  .object({ kind, processAddress: z.optional(processAddress), declaredAt: instant })
  .register(z.globalRegistry, { id: 'MatterChoiceView', description: 'The choice in force for a matter.' });

const shared = {
  front: 'me',
  caller: 'person',
  path: '/me/v1/matters/{serviceId}/{matterId}',
  params: z.object({ serviceId: z.string(), matterId: z.string() }),
  query: nothing,
  headers: PERSON_HEADERS,
} as const;
const IN_FORCE = { description: 'The choice in force.', schema: matterChoiceView };

export const showMatter = operation({
  ...shared,
  operationId: 'showMatter',
  method: 'GET',
  summary: 'The choice for one matter',
  body: nothing,
  responses: {
    200: IN_FORCE,
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing', 'not-found'),
  },
});

export const setMatter = operation({
  ...shared,
  operationId: 'setMatter',
  method: 'PUT',
  summary: 'Choose paper or a process address for one matter; in force at once',
  body: matterChoice,
  responses: {
    200: IN_FORCE,
    ...problemResponses('body-invalid', 'unauthorized', 'weakly-identified', 'mandate-missing', 'not-found'),
  },
});

export const clearMatter = operation({
  ...shared,
  operationId: 'clearMatter',
  method: 'DELETE',
  summary: 'Take the choice for one matter back; in force at once',
  body: nothing,
  responses: {
    204: { description: 'There is no choice for the matter.' },
    ...problemResponses('unauthorized', 'weakly-identified', 'mandate-missing'),
  },
});
