import * as z from 'zod/mini';
import {
  keys,
  lettersTable,
  queues,
  recipientsTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of what authorities and operators rule. */
export const rulingConfig = z.object({
  ...recipientsTable,
  ...lettersTable,
  ...tenantsTable,
  ...keys,
  ...systemTokens,
  ...queues,
});
