import * as z from 'zod/mini';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { texts } from '#shared/domain/programme/words';

/** Kind of the rows a hub keeps of the national service catalogue itself; their ids are those of the catalogue, in lower case. */
export const CATALOGUE_ROWS = 'catalogue-services';

/** A service as the national catalogue has it. @see REQ-248 */
export const catalogueService = z.object({
  names: z.optional(texts),
  /** Rows are never removed: what was taken out of the catalogue says `false`. */
  published: z._default(z.boolean(), true),
});

/** Who may enter the hub's own list of the catalogue: it is nobody's, and authorities are held against it. */
export function keepsCatalogue({ role }: ProgrammeRole): boolean {
  return role === 'MINISTRY' || role === 'COORDINATOR';
}
