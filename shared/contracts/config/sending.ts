import * as z from 'zod/mini';
import {
  decisions,
  documents,
  keys,
  messagesTable,
  queues,
  recipientsTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of senders. */
export const sendingConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...tenantsTable,
  ...keys,
  ...decisions,
  ...documents,
  ...systemTokens,
  ...queues,
});
