import * as z from 'zod/mini';
import { identification, keys, ownDataTable, recipientsTable, registersTable } from '#shared/contracts/config/parts';

/** The door of what the hub holds on a person. */
export const ownDataConfig = z.object({
  ...ownDataTable,
  ...recipientsTable,
  ...registersTable,
  ...keys,
  ...identification,
});
