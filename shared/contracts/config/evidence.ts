import * as z from 'zod/mini';
import {
  documents,
  feedTable,
  keys,
  messagesTable,
  press,
  sealedDays,
  systemTokens,
  tenantsTable,
} from '#shared/contracts/config/parts';

/** The door of evidence. */
export const evidenceConfig = z.object({
  ...messagesTable,
  ...feedTable,
  ...tenantsTable,
  ...keys,
  ...documents,
  ...sealedDays,
  ...systemTokens,
  ...press,
});
