import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Clock, type Instant, elapsed, after, instant, instantAt, later } from '#shared/kernel/time';

/** A clock that can be pushed forwards, and that goes on where it was after a restart. */
export interface MovableClock {
  readonly now: Clock;
  /** True when time stands still unless it is moved. */
  readonly manual: boolean;
  /** Forwards only; a moment that is past already changes nothing. */
  moveTo(moment: Instant): void;
}

interface ClockOptions {
  readonly folder: string;
  readonly manual: boolean;
  /** Where a manual clock starts; it goes on from the later of this and its last moment. */
  readonly start?: Instant;
}

const state = z.object({ now: instant, offset: z.number() });

/** Reads and keeps its state in `clock.json` under `folder`. */
export function makeMovableClock({ folder, manual, start }: ClockOptions): MovableClock {
  const file = join(folder, 'clock.json');
  const kept = read(file);
  const wall = () => instantAt(Date.now());
  let offset = kept && !manual ? Math.max(0, kept.offset) : 0;
  let standing = later(start ?? kept?.now ?? wall(), kept?.now ?? start ?? wall());

  const now = () => (manual ? standing : after(wall(), offset));
  const keep = () => {
    writeFileSync(file, JSON.stringify({ now: now(), offset }));
  };
  keep();

  return {
    now,
    manual,
    moveTo: (moment) => {
      if (manual) standing = later(standing, moment);
      else offset += Math.max(0, elapsed(now(), moment));
      keep();
    },
  };
}

function read(file: string): z.infer<typeof state> | undefined {
  try {
    return state.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
