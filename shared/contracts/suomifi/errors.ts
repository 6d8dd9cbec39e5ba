import * as z from 'zod/mini';
import { messageId } from '#shared/domain/message/ids';

/** Basic error body of the national API. */
export const error = z
  .object({ reason: z.string() })
  .register(z.globalRegistry, { id: 'Error', description: 'Why the request was refused.' });

export const validationError = z
  .object({
    error: z.string(),
    errorCode: z.optional(z.enum(['MAILBOX_NOT_IN_USE', 'MESSAGE_BEING_REPLIED_TO_NOT_FOUND'])),
  })
  .register(z.globalRegistry, { id: 'ValidationError' });

export const validationErrorResponse = z
  .object({ reason: z.string(), validationErrors: z.array(validationError) })
  .register(z.globalRegistry, {
    id: 'ValidationErrorResponse',
    description: 'Why the request was refused, problem by problem.',
  });

export const messageAlreadyExists = z.object({ messageId, reason: z.string() }).register(z.globalRegistry, {
  id: 'MessageAlreadyExists',
  description: 'The external id was used before: treat it like 200.',
});

export const BAD_REQUEST = { description: 'The request has to be corrected.', schema: error };
export const BAD_REQUEST_LISTED = {
  description: 'The request has to be corrected; the list tells why.',
  schema: validationErrorResponse,
};
export const UNAUTHORIZED = { description: 'The token is missing, unknown or expired.', schema: error };
export const NOT_FOUND = { description: 'Nothing with that id for this sender, or older than 60 days.', schema: error };
export const CONFLICT = {
  description: 'The external id was used before. Treat like 200.',
  schema: messageAlreadyExists,
};
export const BAD_GATEWAY = { description: 'A temporary fault. Send the same request again.', schema: error };
