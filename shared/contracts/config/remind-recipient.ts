import * as z from 'zod/mini';
import { keys, messagesTable, notices, queues, recipientsTable, tenantsTable } from '#shared/contracts/config/parts';

/** The worker of reminders. */
export const remindRecipientConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...tenantsTable,
  ...keys,
  ...notices,
  ...queues,
});
