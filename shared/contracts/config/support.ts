import * as z from 'zod/mini';
import { assistant, documents, keys, programmeTable, systemTokens, tenantsTable } from '#shared/contracts/config/parts';

/** The door of digital support. */
export const supportConfig = z.object({
  ...programmeTable,
  ...documents,
  ...tenantsTable,
  ...keys,
  ...systemTokens,
  ...assistant,
});
