import * as z from 'zod/mini';
import {
  decisions,
  keys,
  messagesTable,
  programmeTable,
  queues,
  recipientsTable,
  registersTable,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The worker that hears of notices. */
export const recordNoticeEventConfig = z.object({
  ...messagesTable,
  ...programmeTable,
  ...recipientsTable,
  ...registersTable,
  ...tenantsTable,
  ...keys,
  ...decisions,
  ...queues,
});
