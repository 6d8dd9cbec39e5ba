import { type Instant, later } from '#shared/kernel/time';
import type { RunMarks } from '#shared/ports/run-marks';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryRunMarks(): RunMarks {
  const marks = new Map<string, Instant>();
  const put = (run: string, at: Instant) => {
    marks.set(run, at);
    return at;
  };
  return {
    begin: async (run, at) => marks.get(run) ?? put(run, at),
    read: async (run) => marks.get(run),
    move: async (run, to) => {
      put(run, later(marks.get(run) ?? to, to));
    },
  };
}
