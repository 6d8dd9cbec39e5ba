import * as z from 'zod/mini';
import { decisions } from '#shared/contracts/config/options';
import {
  documents,
  keys,
  lettersTable,
  messagesTable,
  queues,
  registersTable,
  relay,
} from '#shared/contracts/config/parts';

/** The cut of batches. */
export const cutBatchesConfig = z.object({
  ...messagesTable,
  ...lettersTable,
  ...registersTable,
  ...documents,
  ...keys,
  ...queues,
  ...relay,
  ...decisions,
});
