import { type Daily, makeDaily } from '#local/daily';
import type { Doors } from '#local/doors';

/** What runs by the clock on a single machine. */
export const RUNNING = [
  'sweep',
  'seal-evidence',
  'refresh-roadmap',
  'count-traffic',
  'run-reports',
  'cut-batches',
  'follow-relay',
  'move-hashes',
] as const;

export interface Schedules {
  /** The seal of the evidence, which catches up by itself. */
  readonly seal: Daily;
  /** The reports of the programme, each made at its own moment. */
  readonly reports: Daily;
}

export function makeSchedules(doors: Doors): Schedules {
  return { seal: makeDaily('seal-evidence', doors), reports: makeDaily('run-reports', countingFirst(doors)) };
}

/** Reports tell of all the traffic there has been: on a single machine it is counted just before them. */
function countingFirst(doors: Doors): Pick<Doors, 'tick'> {
  return {
    tick: async (name) => {
      await doors.tick('count-traffic');
      return doors.tick(name);
    },
  };
}
