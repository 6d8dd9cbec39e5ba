import { CALENDAR } from '#shared/flow/programme/read-programme';
import type { Instant } from '#shared/kernel/time';
import type { NewRow, ProgrammeRows } from '#shared/ports/programme-rows';
import type { RunMarks } from '#shared/ports/run-marks';

/** Up to when rows that the roadmap shows were entered. */
export const ROADMAP_CHANGED = 'roadmap-changed';

/** Up to when it was looked whether there is something to draw. */
export const ROADMAP_LOOKED_AT = 'roadmap-looked-at';

/** As of when the roadmap that everybody sees was drawn. */
export const ROADMAP_DRAWN = 'roadmap-drawn';

/** What the roadmap is drawn from: whose services there are, what admits them, and where the transition stands. */
const SHOWN: readonly string[] = ['organisations', 'management-decisions', 'services', CALENDAR.kind];

/**
 * Registers that note when what the roadmap shows is about to change. The note comes before the row: a writer that dies
 * between them causes a drawing too many, never one too few.
 */
export function notingRoadmap(rows: ProgrammeRows, marks: Pick<RunMarks, 'move'>): ProgrammeRows {
  const note = async (entered: readonly NewRow[], at: Instant) => {
    if (entered.some(({ kind }) => SHOWN.includes(kind))) await marks.move(ROADMAP_CHANGED, at);
  };
  return {
    read: (kind, id) => rows.read(kind, id),
    list: (kind, after) => rows.list(kind, after),
    asOf: (kind, moment) => rows.asOf(kind, moment),
    put: async (row, given) => {
      await note([row], given.at);
      return rows.put(row, given);
    },
    putAll: async (importId, entered, at) => {
      await note(entered, at);
      await rows.putAll(importId, entered, at);
    },
  };
}
