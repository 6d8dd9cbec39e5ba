import * as z from 'zod/mini';
import {
  decisions,
  documents,
  feedTable,
  keys,
  lettersTable,
  messagesTable,
  programmeTable,
  recipientsTable,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of senders who look. */
export const readingConfig = z.object({
  ...messagesTable,
  ...lettersTable,
  ...recipientsTable,
  ...feedTable,
  ...tenantsTable,
  ...programmeTable,
  ...documents,
  ...keys,
  ...decisions,
  ...systemTokens,
});
