import * as z from 'zod/mini';
import { deciding, notices } from '#shared/contracts/config/parts';

/** The worker of mailboxes and notices. */
export const deliverElectronicallyConfig = z.object({ ...deciding, ...notices });
