import * as z from 'zod/mini';
import { decisions } from '#shared/contracts/config/options';
import {
  documents,
  identification,
  keys,
  messagesTable,
  queues,
  recipientsTable,
  registersTable,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of recipients. */
export const recipientConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...registersTable,
  ...tenantsTable,
  ...keys,
  ...documents,
  ...identification,
  ...queues,
  RULE_SET: decisions.RULE_SET,
});
