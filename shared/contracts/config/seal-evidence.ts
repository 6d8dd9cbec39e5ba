import * as z from 'zod/mini';
import { feedTable, sealedDays, signing, tenantsTable } from '#shared/contracts/config/parts';

/** The daily seal of the evidence. */
export const sealEvidenceConfig = z.object({ ...tenantsTable, ...feedTable, ...sealedDays, ...signing });
