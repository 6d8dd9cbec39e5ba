import * as z from 'zod/mini';
import {
  documents,
  handOver,
  identification,
  keys,
  lettersTable,
  messagesTable,
  queues,
  recipientsTable,
  registersTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of files. */
export const downloadConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...registersTable,
  ...lettersTable,
  ...tenantsTable,
  ...keys,
  ...documents,
  ...handOver,
  ...systemTokens,
  ...identification,
  ...queues,
});
