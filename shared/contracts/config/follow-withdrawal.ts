import * as z from 'zod/mini';
import { deciding } from '#shared/contracts/config/parts';

/** The worker of withdrawals whose messages lie unopened. */
export const followWithdrawalConfig = z.object(deciding);
