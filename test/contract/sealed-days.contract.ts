import { describe, expect, it } from 'vitest';
import { makeLocalSigner, newSigningPem } from '#shared/adapters/crypto/local-signer';
import { addDays } from '#shared/kernel/calendar';
import type { SealedDays } from '#shared/ports/sealed-days';
import { DAY_ONE, endOf, sealedBy } from '#test/builders/domain-evidence';

const signer = makeLocalSigner(newSigningPem());

/** What every SealedDays must do. */
export function sealedDaysContract(name: string, make: () => Promise<SealedDays>): void {
  describe(`SealedDays: ${name}`, () => {
    it('has no day before the first', async () => {
      const days = await make();
      expect(await days.latest()).toBeUndefined();
      expect(await days.read(DAY_ONE)).toBeUndefined();
    });

    it('gives a day back as it was put', async () => {
      const days = await make();
      const day = await sealedBy(signer);
      expect(await days.put(day)).toEqual(day);
      expect(await days.read(DAY_ONE)).toEqual(day);
      expect(await days.latest()).toEqual(day.signed);
    });

    it('knows the newest by its day, in whatever order they were put', async () => {
      const days = await make();
      const put = [10, 0, 45].map((after) => addDays(DAY_ONE, after));
      for (const day of put) await days.put(await sealedBy(signer, { day }));
      expect((await days.latest())?.root.day).toBe(addDays(DAY_ONE, 45));
    });

    it('never changes a day: whoever comes second gets the one that stands', async () => {
      const days = await make();
      const first = await sealedBy(signer);
      await days.put(first);
      expect(await days.put(await sealedBy(signer, { ends: [endOf(0, 2)] }))).toEqual(first);
      expect(await days.read(DAY_ONE)).toEqual(first);
      expect(await days.latest()).toEqual(first.signed);
    });

    it('lets one of two that seal at once stand', async () => {
      const days = await make();
      const two = [await sealedBy(signer), await sealedBy(signer, { ends: [endOf(0, 2)] })];
      const stand = await Promise.all(two.map((day) => days.put(day)));
      expect(stand[0]).toEqual(stand[1]);
      expect(two).toContainEqual(stand[0]);
    });
  });
}
