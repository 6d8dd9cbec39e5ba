import * as z from 'zod/mini';

/** Who did it. `name` is sealed; an identity code never stands here. */
export const actor = z.object({
  role: z.enum(['SELF', 'AGENT', 'GUARDIAN', 'REPRESENTATIVE', 'OFFICIAL', 'AUTHORITY', 'PROVIDER', 'SYSTEM']),
  assurance: z.optional(z.enum(['STRONG', 'SUBSTANTIAL', 'HIGH'])),
  mandateId: z.optional(z.string()),
  /** The register's reference to the check that found the mandate, sealed. */
  check: z.optional(z.string()),
  name: z.optional(z.string()),
});
export type Actor = z.infer<typeof actor>;
