import * as z from 'zod/mini';
import { instant } from '#shared/kernel/time';

/** What every row has beside its fields. */
export const rowFields = { id: z.string(), version: z.int(), enteredAt: instant };

/** Pointers to fields of the body that are unknown and were left out. */
export const ignored = z.optional(z.array(z.string()));

export const WITH_ETAG = 'The row, with its version as ETag.';

export const IF_MATCH = {
  name: 'if-match',
  required: false,
  description: 'ETag of the row as read, for a change; none for a new row.',
} as const;
