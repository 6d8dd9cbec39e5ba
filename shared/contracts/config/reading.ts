import * as z from 'zod/mini';
import {
  decisions,
  documents,
  feedTable,
  keys,
  messagesTable,
  programmeTable,
  recipientsTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of senders who look. */
export const readingConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...feedTable,
  ...tenantsTable,
  ...programmeTable,
  ...documents,
  ...keys,
  ...decisions,
  ...systemTokens,
});
