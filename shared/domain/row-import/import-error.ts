import * as z from 'zod/mini';

/** One thing wrong with an import. Never repeats a value. */
export const importError = z
  .object({
    /** Number of the line in a CSV file, whose first line is 1; place in its list, from 0, in JSON. */
    row: z.int(),
    /** JSON Pointer: into the whole body in JSON, into the row in CSV. */
    pointer: z.string(),
    /** In words; a code stands before a colon. */
    rule: z.string(),
  })
  .register(z.globalRegistry, {
    id: 'ImportError',
    description: 'One thing wrong with an import, or to be known of it.',
  });
export type ImportError = z.infer<typeof importError>;

/** Most errors told of one import. */
const MOST_TOLD = 1000;

/** In the order of the rows, and only so many that somebody can read them; the last one says how many more there are. */
export function toldErrors(errors: readonly ImportError[]): readonly ImportError[] {
  const sorted = errors.toSorted((a, b) => a.row - b.row);
  const more = sorted.length - MOST_TOLD;
  if (more <= 0) return sorted;
  const told = sorted.slice(0, MOST_TOLD);
  return [...told, { row: told.at(-1)?.row ?? 0, pointer: '', rule: `and ${more} more` }];
}
