import * as z from 'zod/mini';
import { deciding } from '#shared/contracts/config/parts';

/** The worker that ends the wait of what outages kept back. */
export const releaseHoldConfig = z.object(deciding);
