import * as z from 'zod/mini';
import { instant } from '#shared/kernel/time';

/** No address, no identity code and no name stands in a detail. */
export const eventView = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: instant,
    actor: z.object({ role: z.string(), assurance: z.optional(z.string()), mandateId: z.optional(z.string()) }),
    detail: z.optional(z.record(z.string(), z.unknown())),
  })
  .register(z.globalRegistry, { id: 'DeliveryEvent' });
export type EventView = z.infer<typeof eventView>;
