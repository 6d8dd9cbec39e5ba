import * as z from 'zod/mini';
import { deciding, programmeTable } from '#shared/contracts/config/parts';

/** The worker that hears of notices. */
export const recordNoticeEventConfig = z.object({ ...deciding, ...programmeTable });
