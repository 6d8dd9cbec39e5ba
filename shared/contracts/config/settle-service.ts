import * as z from 'zod/mini';
import { deciding } from '#shared/contracts/config/parts';

/** The worker of what the service of a document asks for at a moment of its own. */
export const settleServiceConfig = z.object(deciding);
