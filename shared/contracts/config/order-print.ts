import * as z from 'zod/mini';
import {
  documents,
  keys,
  lettersTable,
  messagesTable,
  press,
  queues,
  registersTable,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The worker of letters. */
export const orderPrintConfig = z.object({
  ...messagesTable,
  ...registersTable,
  ...lettersTable,
  ...tenantsTable,
  ...keys,
  ...documents,
  ...press,
  ...queues,
});
