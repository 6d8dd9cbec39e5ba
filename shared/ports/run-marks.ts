import type { Instant } from '#shared/kernel/time';

/** How far runs by the clock have come: everything up to and including that moment is done. */
export interface RunMarks {
  /** @param at where runs begin that have never been before @returns where they stand */
  begin(run: string, at: Instant): Promise<Instant>;
  /** @returns where it stands; `undefined` before it was begun or moved */
  read(run: string): Promise<Instant | undefined>;
  /** Forwards only. */
  move(run: string, to: Instant): Promise<void>;
}
