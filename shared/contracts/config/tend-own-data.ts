import * as z from 'zod/mini';
import { keys, messagesTable, ownDataTable, recipientsTable } from '#shared/contracts/config/parts';

/** The worker of what is held on people for themselves. */
export const tendOwnDataConfig = z.object({
  ...ownDataTable,
  ...messagesTable,
  ...recipientsTable,
  ...keys,
});
