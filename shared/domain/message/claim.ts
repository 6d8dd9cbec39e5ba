import * as z from 'zod/mini';
import { attemptToken } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** An outside effect under way. It is not history: the fact that follows it is. */
export const claim = z.object({
  attempt: attemptToken,
  at: instant,
  /** How many times the effect has been tried, this one included. */
  sends: z.int(),
  /** What is under way; absent: the notice. */
  effect: z.optional(z.enum(['REMINDER', 'LETTER'])),
});
export type Claim = z.infer<typeof claim>;
