import * as z from 'zod/mini';
import { keys, notices, recipientsTable } from '#shared/contracts/config/parts';

/** The worker that confirms consents. */
export const tellConsentConfig = z.object({ ...recipientsTable, ...keys, ...notices });
