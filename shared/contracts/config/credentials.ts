import * as z from 'zod/mini';
import { keys, systemCredentials, systemTokens, tenantsTable } from '#shared/contracts/config/parts';

/** The door of sign-in. */
export const credentialsConfig = z.object({ ...tenantsTable, ...keys, ...systemTokens, ...systemCredentials });
export type CredentialsConfig = z.infer<typeof credentialsConfig>;
