import * as z from 'zod/mini';
import {
  decisions,
  keys,
  messagesTable,
  notices,
  queues,
  recipientsTable,
  registersTable,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The worker of mailboxes and notices. */
export const deliverElectronicallyConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...registersTable,
  ...tenantsTable,
  ...keys,
  ...notices,
  ...decisions,
  ...queues,
});
