import * as z from 'zod/mini';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { HOUR, type Instant, after, instant } from '#shared/kernel/time';

/**
 * Which version of the key makes the keyed hashes of codes and business ids, and how far it has taken over from the one
 * before. A rotation is open while `previous` stands.
 */
export const rotation = z.object({
  current: z.int().check(z.minimum(1)),
  /** The version that is still live beside the current one. */
  previous: z.optional(z.int()),
  /** When the rotation was opened, or closed. Absent: there never was one. */
  changedAt: z.optional(instant),
  /** Rows the walk has moved from under `previous`. */
  moved: z.int(),
  /** Parts the last run of the walk has emptied, of `PARTS`. */
  partsDone: z.int(),
  /** Counts the writes of this record. */
  edition: z.int(),
});
export type Rotation = z.infer<typeof rotation>;

/** A hub that has never changed its key. */
export const NEVER_ROTATED: Rotation = { current: 1, moved: 0, partsDone: 0, edition: 0 };

/** Hashes are walked by their first two digits. */
export const PARTS: readonly string[] = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/**
 * Every instance of a function has learnt of a change within it, and is done with what it began before: one knows a state
 * for a minute at most and runs for a quarter of an hour at most.
 */
export const SPREAD = HOUR;

/** Milliseconds that an instance may go on by what it knows. */
export const KNOWN_FOR = 60_000;

/**
 * `OPENING`: instances may still know the previous version alone, so who is new is bound under it first. `MOVING`: nobody
 * binds under it any more, and what lies there is moved.
 */
export type Phase = 'SETTLED' | 'OPENING' | 'MOVING';

export function phaseOf({ previous, changedAt }: Rotation, now: Instant): Phase {
  if (previous === undefined || changedAt === undefined) return 'SETTLED';
  return now < after(changedAt, SPREAD) ? 'OPENING' : 'MOVING';
}

/** When nothing can be written under the previous version any more, and the walk begins. */
export function walksFrom({ previous, changedAt }: Rotation): Instant | undefined {
  return previous === undefined || changedAt === undefined ? undefined : after(changedAt, 2 * SPREAD);
}

export interface RotationRefused {
  readonly kind: 'rotation-refused';
}

/** Makes `version` the current one. Refused unless it is the next one, no rotation is open and the last is known everywhere. */
export function openRotation(seen: Rotation, version: number, at: Instant): Result<Rotation, RotationRefused> {
  const isKnown = seen.changedAt === undefined || at >= after(seen.changedAt, SPREAD);
  if (seen.previous !== undefined || version !== seen.current + 1 || !isKnown) {
    return refuse({ kind: 'rotation-refused' });
  }
  const { current, edition } = seen;
  return ok({ current: version, previous: current, changedAt: at, moved: 0, partsDone: 0, edition: edition + 1 });
}

/** The same rotation after a run of the walk; after one that has been through every part, nothing rests on the old key. */
export function afterRun(
  seen: Rotation,
  run: { readonly moved: number; readonly partsDone: number },
  at: Instant,
): Rotation {
  const walked = { ...seen, moved: seen.moved + run.moved, partsDone: run.partsDone, edition: seen.edition + 1 };
  return run.partsDone < PARTS.length ? walked : { ...walked, previous: undefined, changedAt: at };
}
