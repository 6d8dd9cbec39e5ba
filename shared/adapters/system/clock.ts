import { type Clock, type Instant, instantAt } from '#shared/kernel/time';

let source: Clock = wallClock;

/** The clock of this process: the only place that reads the wall clock. */
export const systemClock: Clock = () => source();

/** Lets the local hub move time; a deployed function never calls it. */
export function replaceClock(clock: Clock): void {
  source = clock;
}

function wallClock(): Instant {
  return instantAt(Date.now());
}
