import * as z from 'zod/mini';
import {
  decisions,
  documents,
  keys,
  mandatesTable,
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
  ...mandatesTable,
  ...keys,
  ...decisions,
  ...documents,
  ...systemTokens,
  ...queues,
});
