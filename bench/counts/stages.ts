import type { SdkMeter } from '#bench/counts/sdk-meter';
import type { Doors } from '#local/doors';
import type { Pump } from '#local/pump';

/** The same doors, with the name of each told to the meter while it works. `worked` counts the batches of workers. */
export function staged(doors: Doors, { inStage }: SdkMeter): { readonly doors: Doors; readonly worked: () => number } {
  let batches = 0;
  return {
    worked: () => batches,
    doors: {
      http: (name, event) => inStage(name, () => doors.http(name, event)),
      authorizeUpload: (event) => inStage('upload', () => doors.authorizeUpload(event)),
      work: (step, event) => {
        batches += 1;
        return inStage(step, () => doors.work(step, event));
      },
      tick: (name) => inStage(name, () => doors.tick(name)),
    },
  };
}

interface Work {
  readonly worked: () => number;
  /** Waits until what the outside has to report is queued. */
  readonly reported: () => Promise<void>;
}

/**
 * Empties the queues one step after the other until all are empty: batches fill as they do under load, and no step
 * shares a read with another, which lie in functions of their own when deployed.
 */
export function stepByStep(pumps: readonly Pump[], { worked, reported }: Work): Pump {
  return {
    start: () => undefined,
    drain: async () => {
      for (let before = -1; before !== worked();) {
        before = worked();
        for (const pump of pumps) {
          await reported();
          await pump.drain();
        }
      }
    },
    stop: async () => undefined,
  };
}
