import * as z from 'zod/mini';
import { feedTable, keys, notices, recipientsTable } from '#shared/contracts/config/parts';

/** The worker that confirms consents, and tells authorities of them. */
export const tellConsentConfig = z.object({ ...recipientsTable, ...feedTable, ...keys, ...notices });
