import * as z from 'zod/mini';

export const envelope = z.enum(['C5', 'C4', 'SPECIAL']);

/** A letter as far as its price depends on it. Nobody can be told from it. */
export const paper = z.object({
  sheets: z.int(),
  envelope,
  colour: z.boolean(),
  duplex: z.boolean(),
  /** Outside Finland. */
  abroad: z.boolean(),
  /** The authority's own name of who pays. */
  costPool: z.optional(z.string()),
});
export type Paper = z.infer<typeof paper>;
