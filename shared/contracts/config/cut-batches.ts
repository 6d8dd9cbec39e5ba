import * as z from 'zod/mini';
import { decisions } from '#shared/contracts/config/options';
import {
  documents,
  handOver,
  keys,
  lettersTable,
  mandatesTable,
  messagesTable,
  queues,
  recipientsTable,
  registersTable,
} from '#shared/contracts/config/parts';

/** The cut of batches. */
export const cutBatchesConfig = z.object({
  ...messagesTable,
  ...lettersTable,
  ...registersTable,
  ...recipientsTable,
  ...mandatesTable,
  ...documents,
  ...keys,
  ...queues,
  ...handOver,
  ...decisions,
});
