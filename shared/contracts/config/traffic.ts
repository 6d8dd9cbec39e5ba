import * as z from 'zod/mini';
import {
  feedTable,
  keys,
  programmeTable,
  systemTokens,
  tenantsTable,
  trafficTable,
} from '#shared/contracts/config/parts';

/** The door of the traffic. */
export const trafficConfig = z.object({
  ...tenantsTable,
  ...feedTable,
  ...programmeTable,
  ...trafficTable,
  ...keys,
  ...systemTokens,
});
