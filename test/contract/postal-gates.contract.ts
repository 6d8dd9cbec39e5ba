import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/kernel/time';
import { NOON, OTHER_TENANT, TENANT } from '#test/builders/messages';
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

    it('keeps the places of each authority by themselves', async () => {
      const { postalGates } = await make();
      const of = { ...PLACES, tenantId: TENANT };
      expect(await postalGates.takePlaces(batch(1, 4), of)).toBe(true);
      expect(await postalGates.takePlaces(batch(2, 2), of)).toBe(false);
      expect(await postalGates.takePlaces(batch(2, 2), { ...of, tenantId: OTHER_TENANT })).toBe(true);
      expect(await postalGates.takenOn(DAY)).toBe(0);
      expect(await postalGates.limitDay({ day: DAY, tenantId: TENANT })).toEqual({ taken: 4, approvals: [] });
    });

    it('keeps the limits of each authority, also those that were lifted', async () => {
      const { postalGates } = await make();
      expect(await postalGates.limitOf(TENANT)).toBeUndefined();
      expect(await postalGates.limits()).toEqual([]);
      const limit = { lettersADay: 500, approvalAbove: 2000, changedAt: NOON, reason: 'uusi järjestelmä' };
      await postalGates.setLimit(TENANT, limit);
      await postalGates.setLimit(OTHER_TENANT, limit);
      await postalGates.setLimit(OTHER_TENANT, { changedAt: NOON });
      expect(await postalGates.limitOf(TENANT)).toEqual(limit);
      const all = await postalGates.limits();
      expect(all).toHaveLength(2);
      expect(all).toEqual(
        expect.arrayContaining([
          { tenantId: TENANT, ...limit },
          { tenantId: OTHER_TENANT, changedAt: NOON },
        ]),
      );
    });

    it('keeps every approval of a day, in order, whether places were taken before or not', async () => {
      const { postalGates } = await make();
      const of = { day: DAY, tenantId: TENANT };
      const first = { day: DAY, letters: 50, by: 'Aalto', reason: 'vuosilaskut', at: NOON, credential: 'operator' };
      const second = { ...first, letters: 70, by: 'Virtanen' };
      await postalGates.approve(TENANT, first);
      expect(await postalGates.takePlaces(batch(1, 2), { ...of, places: 5 })).toBe(true);
      await postalGates.approve(TENANT, second);
      expect(await postalGates.limitDay(of)).toEqual({ taken: 2, approvals: [first, second] });
      expect((await postalGates.limitDay({ ...of, tenantId: OTHER_TENANT })).approvals).toEqual([]);
    });

    it('gives a batch larger than a day the whole of one', async () => {
      const { postalGates } = await make();
      expect(await postalGates.takePlaces(batch(1, 9), PLACES)).toBe(true);
      expect(await postalGates.takePlaces(batch(2, 1), PLACES)).toBe(false);
    });
  });
}
