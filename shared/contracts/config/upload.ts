import * as z from 'zod/mini';
import {
  identification,
  keys,
  recipientsTable,
  registersTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The authorizer of uploads. */
export const uploadConfig = z.object({
  ...recipientsTable,
  ...registersTable,
  ...tenantsTable,
  ...keys,
  ...systemTokens,
  ...identification,
});
