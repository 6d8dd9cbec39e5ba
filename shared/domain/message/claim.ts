import * as z from 'zod/mini';
import { attemptToken } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** An outside effect under way. It is not history: the fact that follows it is. */
export const claim = z.object({
  attempt: attemptToken,
  at: instant,
  /** How many times the effect has been tried, this one included. */
  sends: z.int(),
  /** What is under way; absent: the notice. `SHELF`: the letter waits for its batch to be cut, and can still be called off. */
  effect: z.optional(z.enum(['REMINDER', 'LETTER', 'SHELF'])),
});
export type Claim = z.infer<typeof claim>;
