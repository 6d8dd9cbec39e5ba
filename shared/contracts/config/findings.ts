import * as z from 'zod/mini';
import {
  keys,
  messagesTable,
  queues,
  recipientsTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of what officials find and close by hand. */
export const findingsConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...tenantsTable,
  ...keys,
  ...systemTokens,
  ...queues,
});
