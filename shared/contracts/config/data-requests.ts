import * as z from 'zod/mini';
import {
  keys,
  messagesTable,
  ownDataTable,
  recipientsTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door by which authorities see and answer requests for own data. */
export const dataRequestsConfig = z.object({
  ...messagesTable,
  ...ownDataTable,
  ...recipientsTable,
  ...tenantsTable,
  ...keys,
  ...systemTokens,
});
