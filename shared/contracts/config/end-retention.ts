import * as z from 'zod/mini';
import {
  decisions,
  documents,
  keys,
  lettersTable,
  messagesTable,
  recipientsTable,
} from '#shared/contracts/config/parts';

/** The worker that ends contents and proofs whose time is over. */
export const endRetentionConfig = z.object({
  ...messagesTable,
  ...recipientsTable,
  ...lettersTable,
  ...keys,
  ...documents,
  ...decisions,
});
