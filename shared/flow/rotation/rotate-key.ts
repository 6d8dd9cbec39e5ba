import {
  PARTS,
  type Phase,
  type Rotation,
  type RotationRefused,
  afterRun,
  openRotation,
  phaseOf,
  walksFrom,
} from '#shared/domain/rotation/rotation';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock, Instant } from '#shared/kernel/time';
import type { HashedRows, KeyRotations } from '#shared/ports/key-rotations';
import type { Sealer } from '#shared/ports/sealer';

export interface RotateKeyPorts {
  readonly rotations: KeyRotations;
  readonly sealer: Pick<Sealer, 'prepareVersion'>;
  readonly clock: Clock;
}

/** A rotation as the operator follows it. */
export interface RotationView extends Pick<Rotation, 'current' | 'previous' | 'changedAt' | 'moved'> {
  readonly phase: Phase;
  /** The walk, while a rotation is open: when it begins, and the share of the old version that its last run has emptied. */
  readonly walk?: { readonly from: Instant; readonly partsDone: number; readonly parts: number };
}

export interface Opened {
  readonly view: RotationView;
  readonly isNew: boolean;
}

/**
 * Lets the operator change the key that hashes of codes and business ids are made with. Naming a version that is current
 * already changes nothing, so a repeated call is one rotation.
 *
 * @see docs/adr/035
 */
export function makeRotateKey({ rotations, sealer, clock }: RotateKeyPorts) {
  async function showRotation(): Promise<RotationView> {
    return viewOf(await rotations.read());
  }

  async function rotate(version: number): Promise<Result<Opened, RotationRefused>> {
    const seen = await rotations.read();
    if (seen.current === version) return ok({ view: viewOf(seen), isNew: false });
    const opened = openRotation(seen, version, clock());
    if (!opened.ok) return opened;
    await sealer.prepareVersion(version);
    if (await rotations.change(seen, opened.value)) return ok({ view: viewOf(opened.value), isNew: true });
    const standing = await rotations.read();
    return standing.current === version
      ? ok({ view: viewOf(standing), isNew: false })
      : refuse({ kind: 'rotation-refused' });
  }

  function viewOf(rotation: Rotation): RotationView {
    const { current, previous, changedAt, moved, partsDone } = rotation;
    const from = walksFrom(rotation);
    const walk = from && { from, partsDone, parts: PARTS.length };
    return { phase: phaseOf(rotation, clock()), current, previous, changedAt, moved, walk };
  }

  return { showRotation, rotate };
}

export interface MoveHashesPorts {
  readonly rotations: KeyRotations;
  readonly rows: readonly HashedRows[];
  readonly clock: Clock;
  /** Most rows a run moves. */
  readonly most: number;
}

/**
 * Moves what still rests on the previous version, and ends the rotation when a run has been through every part: nobody has
 * written under that version since the walk began, so what is empty stays empty.
 *
 * @returns rows moved
 */
export function makeMoveHashes({ rotations, rows, clock, most }: MoveHashesPorts) {
  return async function moveHashes(): Promise<number> {
    const seen = await rotations.read();
    const from = walksFrom(seen);
    if (seen.previous === undefined || from === undefined || clock() < from) return 0;
    const run = await walk(seen.previous);
    await rotations.change(seen, afterRun(seen, run, clock()));
    return run.moved;
  };

  async function walk(version: number): Promise<{ moved: number; partsDone: number }> {
    let moved = 0;
    for (const [partsDone, part] of PARTS.entries()) {
      for (const each of rows) {
        for (let more = true; more;) {
          if (moved >= most) return { moved, partsDone };
          const some = await each.moveSome(version, part);
          moved += some.moved;
          more = some.more;
        }
      }
    }
    return { moved, partsDone: PARTS.length };
  }
}
