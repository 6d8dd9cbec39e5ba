import type { Rotation } from '#shared/domain/rotation/rotation';

/** Which versions of the key for hashes of ids are live. */
export interface KeyRotations {
  /** Strongly consistent; `NEVER_ROTATED` where nothing stands. */
  read(): Promise<Rotation>;
  /** Replaces it on condition that it is as seen; answers whether it was. */
  change(seen: Rotation, next: Rotation): Promise<boolean>;
}

/** Rows that lie under keyed hashes of ids. */
export interface HashedRows {
  /**
   * Moves rows of a part from under a version to under the current one; repeating it is harmless.
   *
   * @param part first two digits of their hashes
   * @returns how many were moved, and whether there may be more
   */
  moveSome(version: number, part: string): Promise<MovedSome>;
}

export interface MovedSome {
  readonly moved: number;
  readonly more: boolean;
}
