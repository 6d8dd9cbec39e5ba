import * as z from 'zod/mini';
import {
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
  ...sealedDays,
  ...systemTokens,
  ...press,
});
