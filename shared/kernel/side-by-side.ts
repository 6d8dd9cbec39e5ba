/** A list to be worked through. */
export interface Pieces<T> {
  readonly all: readonly T[];
  /** Pieces under way at a time. */
  readonly lanes: number;
  /** Whether another piece may still be begun. @default always */
  readonly isOpen?: () => boolean;
}

/**
 * Works through a list in order, some pieces at a time; one that fails holds up no other.
 *
 * @returns what became of the pieces that were begun, in the order of the list
 */
export async function sideBySide<T, R>(
  { all, lanes, isOpen = () => true }: Pieces<T>,
  work: (piece: T) => Promise<R>,
): Promise<readonly PromiseSettledResult<R>[]> {
  const begun: Promise<R>[] = [];
  const pieces = all.values();
  const lane = async () => {
    for (let next = begin(); next; next = begin()) await Promise.allSettled([next]);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, all.length) }, lane));
  return Promise.allSettled(begun);

  function begin(): Promise<R> | undefined {
    if (begun.length === all.length || !isOpen()) return undefined;
    const piece = pieces.next();
    if (piece.done === true) return undefined;
    const working = work(piece.value);
    begun.push(working);
    return working;
  }
}

/** The reasons of those that failed. */
export function faultsIn(results: readonly PromiseSettledResult<unknown>[]): readonly unknown[] {
  return results.filter((result) => result.status === 'rejected').map((result): unknown => result.reason);
}
