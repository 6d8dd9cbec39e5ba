import * as z from 'zod/mini';
import {
  decisions,
  keys,
  messagesTable,
  queues,
  recipientsTable,
  registersTable,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The worker of withdrawals whose messages lie unopened. */
export const followWithdrawalConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...registersTable,
  ...tenantsTable,
  ...keys,
  ...decisions,
  ...queues,
});
