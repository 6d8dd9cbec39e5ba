import * as z from 'zod/mini';
import { deciding, documents, handOver, lettersTable, press, programmeTable } from '#shared/contracts/config/parts';

/** The worker of letters. */
export const orderPrintConfig = z.object({
  ...deciding,
  ...lettersTable,
  ...programmeTable,
  ...documents,
  ...press,
  ...handOver,
});
