import * as z from 'zod/mini';
import { instant } from '#shared/kernel/time';

/** Whether letters may leave the hub. While it is shut they wait on the shelf, and none is lost. */
export const postalGate = z.object({
  open: z.boolean(),
  /** When the operator last said so; absent: nobody has ever shut it. */
  changedAt: z.optional(instant),
  /** Why, in the operator's words: nothing of a recipient. */
  reason: z.optional(z.string()),
});
export type PostalGate = z.infer<typeof postalGate>;

export const NEVER_SHUT: PostalGate = { open: true };
