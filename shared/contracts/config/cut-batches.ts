import * as z from 'zod/mini';
import { decisions } from '#shared/contracts/config/options';
import {
  documents,
  handOver,
  keys,
  lettersTable,
  messagesTable,
  queues,
  registersTable,
} from '#shared/contracts/config/parts';

/** The cut of batches. */
export const cutBatchesConfig = z.object({
  ...messagesTable,
  ...lettersTable,
  ...registersTable,
  ...documents,
  ...keys,
  ...queues,
  ...handOver,
  ...decisions,
});
