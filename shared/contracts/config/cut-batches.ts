import * as z from 'zod/mini';
import { decisions } from '#shared/contracts/config/options';
import {
  documents,
  keys,
  lettersTable,
  mandatesTable,
  messagesTable,
  queues,
  recipientsTable,
  registersTable,
  relay,
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
  ...relay,
  ...decisions,
});
