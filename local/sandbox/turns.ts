/**
 * Lets one piece of work begin when the one before it has ended. A caller who has given up waiting for the clock and pushes it
 * again waits for the same push.
 */
export function makeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
