import { NEVER_ROTATED, type Rotation } from '#shared/domain/rotation/rotation';
import type { KeyRotations } from '#shared/ports/key-rotations';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryKeyRotations(): KeyRotations {
  let standing: Rotation = NEVER_ROTATED;
  return {
    read: async () => structuredClone(standing),
    change: async (seen, next) => {
      if (seen.edition !== standing.edition) return false;
      standing = structuredClone(next);
      return true;
    },
  };
}
