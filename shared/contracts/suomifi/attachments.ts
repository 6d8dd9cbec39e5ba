import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { BAD_GATEWAY, BAD_REQUEST, NOT_FOUND, UNAUTHORIZED, error } from '#shared/contracts/suomifi/errors';
import { attachmentReference } from '#shared/domain/message/content';

export const uploadAttachment = operation({
  operationId: 'uploadAttachment',
  front: 'suomifi',
  method: 'POST',
  path: '/v2/attachments',
  summary: 'Upload a file for an electronic message or a letter',
  description:
    'One part named file. Removed when no message uses it within 24 hours. A wrong type is told here or, in a deployed hub, at the send.',
  caller: 'system',
  params: nothing,
  query: nothing,
  body: 'multipart',
  responses: {
    201: { description: 'Stored.', schema: attachmentReference },
    400: BAD_REQUEST,
    401: UNAUTHORIZED,
    413: { description: 'Over 10485760 bytes.', schema: z.string(), mediaType: 'text/plain' },
    415: { description: 'A file type that is not accepted.', schema: error },
    502: BAD_GATEWAY,
  },
});

export const getReceivedAttachment = operation({
  operationId: 'getReceivedAttachment',
  front: 'suomifi',
  method: 'GET',
  path: '/v1/attachments/{id}',
  summary: 'Download a file an end user attached',
  caller: 'system',
  params: z.object({ id: z.string() }),
  query: nothing,
  body: nothing,
  responses: {
    200: { description: 'The file.', schema: z.string(), mediaType: 'application/octet-stream' },
    400: BAD_REQUEST,
    401: UNAUTHORIZED,
    404: NOT_FOUND,
  },
});
