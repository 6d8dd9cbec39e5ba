import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { BAD_GATEWAY, BAD_REQUEST, BAD_REQUEST_LISTED, CONFLICT, UNAUTHORIZED } from '#shared/contracts/suomifi/errors';
import { electronicPart, paperMailPart } from '#shared/domain/message/content';
import { hubFields } from '#shared/domain/message/hub-fields';
import { externalId, messageId, serviceId } from '#shared/domain/message/ids';

const recipient = z
  .object({
    id: z.string().check(z.minLength(9), z.maxLength(11)),
  })
  .register(z.globalRegistry, {
    id: 'Recipient',
    description: 'Personal identity code or business id, with a right check character.',
  });

const sender = z.object({ serviceId }).register(z.globalRegistry, { id: 'Sender' });

const hub = z.optional(hubFields);

export const multichannelRequest = z
  .object({ externalId, recipient, sender, electronic: electronicPart, paperMail: paperMailPart, hub })
  .register(z.globalRegistry, { id: 'MultichannelMessageRequest' });

export const electronicRequest = z
  .object({ externalId, recipient, sender, electronic: electronicPart, hub })
  .register(z.globalRegistry, { id: 'ElectronicMessageRequest' });

export const paperMailRequest = z
  .object({ externalId, sender, paperMail: paperMailPart, hub })
  .register(z.globalRegistry, { id: 'PaperMailWithoutIdRequest' });

export const messageAccepted = z.object({ messageId }).register(z.globalRegistry, { id: 'MessageAccepted' });

const ACCEPTED = { description: 'Accepted, durably.', schema: messageAccepted };

const sending = {
  front: 'suomifi',
  method: 'POST',
  caller: 'system',
  params: nothing,
  query: nothing,
} as const;

export const sendMultichannel = operation({
  ...sending,
  operationId: 'sendMultichannel',
  path: '/v2/messages',
  summary: 'Send to the mailbox if it is active, otherwise as a letter',
  description: 'The hub decides the channel; the events tell it.',
  body: multichannelRequest,
  responses: { 200: ACCEPTED, 400: BAD_REQUEST, 401: UNAUTHORIZED, 409: CONFLICT, 502: BAD_GATEWAY },
});

export const sendElectronic = operation({
  ...sending,
  operationId: 'sendElectronic',
  path: '/v2/messages/electronic',
  summary: 'Send to the electronic mailbox only, also used for replies',
  body: electronicRequest,
  responses: { 200: ACCEPTED, 400: BAD_REQUEST_LISTED, 401: UNAUTHORIZED, 409: CONFLICT, 502: BAD_GATEWAY },
});

export const sendPaperMailWithoutId = operation({
  ...sending,
  operationId: 'sendPaperMailWithoutId',
  path: '/v2/paper-mail-without-id',
  summary: 'Send a letter by address alone',
  body: paperMailRequest,
  responses: { 200: ACCEPTED, 400: BAD_REQUEST, 401: UNAUTHORIZED, 409: CONFLICT, 502: BAD_GATEWAY },
});
