import * as z from 'zod/mini';
import { keys, signInPage, systemTokens, tenantsTable } from '#shared/contracts/config/parts';

/** The door of offers to consent. */
export const consentOffersConfig = z.object({ ...tenantsTable, ...keys, ...systemTokens, ...signInPage });
