import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { letterNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const DAY = calendarDate.parse('2026-11-23');
const PLACES = { day: DAY, places: 5 };
const batch = (n: number, letters: number) => ({
  batchId: `batch-no-${n}`,
  letters: Array.from({ length: letters }, (_, i) => letterNo(100 * n + i)),
});

/** What every store of the gate of the post and of its places must do. */
export function postalGatesContract(name: string, make: () => Promise<Pick<Stores, 'postalGates'>>): void {
  describe(`PostalGates: ${name}`, () => {
    it('is open until it is shut, and says why and when', async () => {
      const { postalGates } = await make();
      expect(await postalGates.read()).toEqual({ open: true });
      const shut = { open: false, changedAt: NOON, reason: 'väärä liite' };
      await postalGates.set(shut);
      expect(await postalGates.read()).toEqual(shut);
      await postalGates.set({ open: true, changedAt: NOON });
      expect(await postalGates.read()).toEqual({ open: true, changedAt: NOON });
    });

    it('gives away as many places as a day has', async () => {
      const { postalGates } = await make();
      expect(await postalGates.takenOn(DAY)).toBe(0);
      expect(await postalGates.takePlaces(batch(1, 3), PLACES)).toBe(true);
      expect(await postalGates.takePlaces(batch(2, 3), PLACES)).toBe(false);
      expect(await postalGates.takePlaces(batch(3, 2), PLACES)).toBe(true);
      expect(await postalGates.takenOn(DAY)).toBe(5);
      expect(await postalGates.takePlaces(batch(2, 3), { ...PLACES, day: calendarDate.parse('2026-11-24') })).toBe(
        true,
      );
    });

    it('gives a batch its places once', async () => {
      const { postalGates } = await make();
      const takes = await Promise.all([1, 2, 3].map(async () => postalGates.takePlaces(batch(1, 4), PLACES)));
      expect(takes).toEqual([true, true, true]);
      expect(await postalGates.takenOn(DAY)).toBe(4);
    });

    it('never gives the same place to two', async () => {
      const { postalGates } = await make();
      const takes = await Promise.all([1, 2, 3, 4].map(async (n) => postalGates.takePlaces(batch(n, 2), PLACES)));
      expect(takes.filter(Boolean)).toHaveLength(2);
      expect(await postalGates.takenOn(DAY)).toBe(4);
    });

    it('gives a batch larger than a day the whole of one', async () => {
      const { postalGates } = await make();
      expect(await postalGates.takePlaces(batch(1, 9), PLACES)).toBe(true);
      expect(await postalGates.takePlaces(batch(2, 1), PLACES)).toBe(false);
    });
  });
}
