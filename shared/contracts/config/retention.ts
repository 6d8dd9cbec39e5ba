import * as z from 'zod/mini';
import {
  decisions,
  keys,
  messagesTable,
  ownDataTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of legal holds, and of what retention is about to end. */
export const retentionConfig = z.object({
  ...messagesTable,
  ...ownDataTable,
  ...tenantsTable,
  ...keys,
  ...systemTokens,
  ...decisions,
});
