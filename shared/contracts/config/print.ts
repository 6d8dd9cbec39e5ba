import * as z from 'zod/mini';
import {
  documents,
  handOver,
  keys,
  lettersTable,
  messagesTable,
  queues,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of print providers. */
export const printConfig = z.object({
  ...messagesTable,
  ...lettersTable,
  ...tenantsTable,
  ...keys,
  ...documents,
  ...handOver,
  ...queues,
});
