import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLiveVersions } from '#shared/adapters/crypto/live-versions';
import {
  KNOWN_FOR,
  NEVER_ROTATED,
  PARTS,
  type Rotation,
  SPREAD,
  afterRun,
  openRotation,
  phaseOf,
  walksFrom,
} from '#shared/domain/rotation/rotation';
import { HOUR, MINUTE, type Instant, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { testSealer } from '#test/builders/stores';

const CODE = '010280-952L';

function opened(): Rotation {
  const result = openRotation(NEVER_ROTATED, 2, NOON);
  if (!result.ok) throw new Error('the first rotation was refused');
  return result.value;
}
const walked = (at: Instant) => afterRun(opened(), { moved: 7, partsDone: PARTS.length }, at);

describe('a rotation of the key of hashes', () => {
  it('goes to the next version, and both are live', () => {
    expect(opened()).toMatchObject({ current: 2, previous: 1, changedAt: NOON });
  });

  it.each([0, 1, 3, 9])('does not go from the first version to version %i', (version) => {
    expect(openRotation(NEVER_ROTATED, version, NOON).ok).toBe(false);
  });

  it('is not opened on top of an open one, nor before the end of the last is known everywhere', () => {
    expect(openRotation(opened(), 3, after(NOON, 100 * HOUR)).ok).toBe(false);
    const ended = after(NOON, 3 * HOUR);
    expect(openRotation(walked(ended), 3, after(ended, SPREAD - 1)).ok).toBe(false);
    expect(openRotation(walked(ended), 3, after(ended, SPREAD)).ok).toBe(true);
  });

  it('binds under the old version first for an hour, and walks after two', () => {
    expect(phaseOf(NEVER_ROTATED, NOON)).toBe('SETTLED');
    expect(phaseOf(opened(), NOON)).toBe('OPENING');
    expect(phaseOf(opened(), after(NOON, HOUR - 1))).toBe('OPENING');
    expect(phaseOf(opened(), after(NOON, HOUR))).toBe('MOVING');
    expect(walksFrom(opened())).toBe(after(NOON, 2 * HOUR));
    expect(walksFrom(NEVER_ROTATED)).toBeUndefined();
  });

  it('is longer in each phase than an instance knows a state and runs on it', () => {
    expect(SPREAD).toBeGreaterThan(KNOWN_FOR + 15 * MINUTE);
  });

  it('ends with the run that has been through every part, and with no other', () => {
    fc.assert(
      fc.property(fc.nat({ max: PARTS.length }), fc.nat({ max: 1000 }), (partsDone, moved) => {
        const next = afterRun(opened(), { moved, partsDone }, after(NOON, 3 * HOUR));
        expect(next.previous === undefined).toBe(partsDone === PARTS.length);
        expect(next).toMatchObject({ current: 2, moved, partsDone, edition: 2 });
      }),
    );
    expect(phaseOf(walked(NOON), NOON)).toBe('SETTLED');
  });
});

describe('live versions', () => {
  it('are read once a minute, and never used for longer', async () => {
    const time = { now: NOON };
    let reads = 0;
    const read = async () => {
      reads += 1;
      return reads === 1 ? NEVER_ROTATED : opened();
    };
    const versions = makeLiveVersions({ read }, () => time.now);
    expect(await Promise.all([versions(), versions()])).toEqual([
      { current: 1, previousFirst: false },
      { current: 1, previousFirst: false },
    ]);
    time.now = after(NOON, KNOWN_FOR - 1);
    expect(await versions()).toMatchObject({ current: 1 });
    expect(reads).toBe(1);
    time.now = after(NOON, KNOWN_FOR);
    expect(await versions()).toEqual({ current: 2, previous: 1, previousFirst: true });
    expect(reads).toBe(2);
  });

  it('that can not be read are a fault, and are asked for again', async () => {
    let reads = 0;
    const read = async () => {
      reads += 1;
      if (reads === 1) throw new Error('the table is away');
      return NEVER_ROTATED;
    };
    const versions = makeLiveVersions({ read }, () => NOON);
    await expect(versions()).rejects.toThrow('the table is away');
    expect(await versions()).toMatchObject({ current: 1 });
  });
});

describe('the hashes of an id', () => {
  const both = testSealer(undefined, async () => ({ current: 2, previous: 1, previousFirst: false }));

  it('are made with the key of each live version, and say nothing of each other', async () => {
    const { current, previous } = await both.hashesOf(CODE);
    expect([current.version, previous?.version]).toEqual([2, 1]);
    for (const each of [current, previous]) expect(each?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(current.hash).not.toBe(previous?.hash);
  });

  it('are one while no rotation is open, and no plain hash', async () => {
    const sealer = testSealer();
    const { current, previous } = await sealer.hashesOf(CODE);
    expect(previous).toBeUndefined();
    expect(current.version).toBe(1);
    expect(current.hash).not.toBe(sealer.sha256(CODE));
    expect(current.hash).not.toBe(sealer.sha256(`recipient\n${CODE}`));
  });
});
