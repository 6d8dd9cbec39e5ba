import { type Clock, type Instant, elapsed } from '#shared/kernel/time';

export interface Remembering {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly freshFor: number;
}

interface Reading<T> {
  readonly at: Instant;
  readonly found: Promise<T>;
}

/** What this process has read, for as long as it is fresh; whoever asks meanwhile waits for the same read. One that failed is not remembered. */
export function makeRemembered<T>(readAt: (now: Instant) => Promise<T>, { clock, freshFor }: Remembering) {
  const known: { last?: Reading<T> } = {};
  return {
    read: async (): Promise<T> => {
      const now = clock();
      const last = isFresh(known.last, now) ? known.last : { at: now, found: readAt(now) };
      known.last = last;
      try {
        return await last.found;
      } catch (fault) {
        if (known.last === last) delete known.last;
        throw fault;
      }
    },
    forget: (): void => {
      delete known.last;
    },
  };

  function isFresh(last: Reading<T> | undefined, now: Instant): last is Reading<T> {
    const age = last && elapsed(last.at, now);
    return age !== undefined && age >= 0 && age < freshFor;
  }
}
