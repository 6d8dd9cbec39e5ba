import * as z from 'zod/mini';
import {
  decisions,
  documents,
  keys,
  messagesTable,
  queues,
  recipientsTable,
  registersTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of senders. */
export const sendingConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...registersTable,
  ...tenantsTable,
  ...keys,
  ...decisions,
  ...documents,
  ...systemTokens,
  ...queues,
});
