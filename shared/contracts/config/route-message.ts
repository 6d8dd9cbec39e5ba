import * as z from 'zod/mini';
import { deciding } from '#shared/contracts/config/parts';

/** The worker that decides. */
export const routeMessageConfig = z.object(deciding);
