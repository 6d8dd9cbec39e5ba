import { describe, expect, it } from 'vitest';
import { NEVER_ROTATED, type Rotation } from '#shared/domain/rotation/rotation';
import { NOON } from '#test/builders/messages';
import type { Stores } from '#test/builders/stores';

const OPEN: Rotation = { current: 2, previous: 1, changedAt: NOON, moved: 0, partsDone: 0, edition: 1 };

/** What every KeyRotations must do. */
export function keyRotationsContract(name: string, make: () => Promise<Pick<Stores, 'rotations'>>): void {
  describe(`KeyRotations: ${name}`, () => {
    it('stands at the first version while nobody has changed it', async () => {
      expect(await (await make()).rotations.read()).toEqual(NEVER_ROTATED);
    });

    it('is changed as often as it is seen as it is', async () => {
      const { rotations } = await make();
      expect(await rotations.change(NEVER_ROTATED, OPEN)).toBe(true);
      const walked = { ...OPEN, moved: 7, partsDone: 3, edition: 2 };
      expect(await rotations.change(OPEN, walked)).toBe(true);
      expect(await rotations.read()).toEqual(walked);
      const closed = { current: 2, changedAt: NOON, moved: 7, partsDone: 256, edition: 3 };
      expect(await rotations.change(walked, closed)).toBe(true);
      expect(await rotations.read()).toEqual(closed);
    });

    it('is not changed by who saw it before another changed it', async () => {
      const { rotations } = await make();
      const both = await Promise.all([rotations.change(NEVER_ROTATED, OPEN), rotations.change(NEVER_ROTATED, OPEN)]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await rotations.change(NEVER_ROTATED, { ...OPEN, current: 3 })).toBe(false);
      expect(await rotations.read()).toEqual(OPEN);
    });
  });
}
