import * as z from 'zod/mini';
import { feedTable, tenantsTable, trafficTable } from '#shared/contracts/config/parts';

/** The count of the traffic. */
export const countTrafficConfig = z.object({ ...tenantsTable, ...feedTable, ...trafficTable });
