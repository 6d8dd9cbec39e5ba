import * as z from 'zod/mini';
import {
  decisions,
  documents,
  keys,
  lettersTable,
  messagesTable,
  press,
  queues,
  recipientsTable,
  registersTable,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The worker of letters. */
export const orderPrintConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...registersTable,
  ...lettersTable,
  ...tenantsTable,
  ...keys,
  ...documents,
  ...press,
  ...decisions,
  ...queues,
});
