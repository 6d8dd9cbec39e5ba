import { KNOWN_FOR, type Rotation, phaseOf } from '#shared/domain/rotation/rotation';
import { type Clock, type Instant, after } from '#shared/kernel/time';
import type { KeyRotations } from '#shared/ports/key-rotations';

/** Versions of the key for hashes of ids that are live now. */
export interface LiveVersions {
  readonly current: number;
  readonly previous?: number;
  /** Whether somebody may still know the previous version alone. */
  readonly previousFirst: boolean;
}

export type ReadVersions = () => Promise<LiveVersions>;

/** Reads them at most once a minute; where they can not be read, nothing goes on by what was known longer ago. */
export function makeLiveVersions(rotations: Pick<KeyRotations, 'read'>, clock: Clock): ReadVersions {
  let known: { readonly until: Instant; readonly rotation: Promise<Rotation> } | undefined;

  return async () => {
    const now = clock();
    if (!known || now >= known.until) known = { until: after(now, KNOWN_FOR), rotation: rotations.read() };
    const asked = known;
    try {
      const rotation = await asked.rotation;
      const { current, previous } = rotation;
      return { current, previous, previousFirst: phaseOf(rotation, now) === 'OPENING' };
    } catch (fault) {
      if (known === asked) known = undefined;
      throw fault;
    }
  };
}
