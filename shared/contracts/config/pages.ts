import * as z from 'zod/mini';
import { decisions } from '#shared/contracts/config/options';
import {
  documents,
  identification,
  keys,
  mailboxPages,
  messagesTable,
  press,
  programmeTable,
  queues,
  recipientsTable,
  registersTable,
  signIn,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of the pages. */
export const pagesConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...registersTable,
  ...tenantsTable,
  ...programmeTable,
  ...keys,
  ...documents,
  ...identification,
  ...signIn,
  ...mailboxPages,
  ...press,
  ...queues,
  RULE_SET: decisions.RULE_SET,
});
