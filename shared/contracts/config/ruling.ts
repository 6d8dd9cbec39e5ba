import * as z from 'zod/mini';
import { keys, queues, recipientsTable, systemTokens, tenantsTable } from '#shared/contracts/config/parts';

/** The door of what authorities and operators rule. */
export const rulingConfig = z.object({ ...recipientsTable, ...tenantsTable, ...keys, ...systemTokens, ...queues });
