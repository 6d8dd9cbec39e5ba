import * as z from 'zod/mini';
import {
  decisions,
  feedTable,
  keys,
  messagesTable,
  recipientsTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of senders who look. */
export const readingConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...feedTable,
  ...tenantsTable,
  ...keys,
  ...decisions,
  ...systemTokens,
});
