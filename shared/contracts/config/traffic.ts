import * as z from 'zod/mini';
import {
  documents,
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
  ...documents,
  ...trafficTable,
  ...keys,
  ...systemTokens,
});
