import * as z from 'zod/mini';
import {
  decisions,
  keys,
  messagesTable,
  queues,
  recipientsTable,
  registersTable,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The worker that ends the wait of what outages kept back. */
export const releaseHoldConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...registersTable,
  ...tenantsTable,
  ...keys,
  ...decisions,
  ...queues,
});
