import * as z from 'zod/mini';
import { decisions } from '#shared/contracts/config/options';
import { documents, handOver, keys, lettersTable, messagesTable, queues } from '#shared/contracts/config/parts';

/** The cut of batches. */
export const cutBatchesConfig = z.object({
  ...messagesTable,
  ...lettersTable,
  ...documents,
  ...keys,
  ...queues,
  ...handOver,
  ...decisions,
});
