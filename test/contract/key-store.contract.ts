import { describe, expect, it } from 'vitest';
import type { Stores } from '#test/builders/stores';

const NAME = 'tenant/esimerkkikaupunki/2026-11';
const bytes = (...values: number[]) => Uint8Array.from(values);

/** What every KeyStore must do. */
export function keyStoreContract(name: string, make: () => Promise<Pick<Stores, 'keys'>>): void {
  describe(`KeyStore: ${name}`, () => {
    it('has no key under a name that was never used', async () => {
      const { keys } = await make();
      expect(await keys.read(NAME)).toBeUndefined();
    });

    it('keeps the first key put under a name', async () => {
      const { keys } = await make();
      expect([...(await keys.putIfAbsent(NAME, bytes(1, 2)))]).toEqual([1, 2]);
      expect([...(await keys.putIfAbsent(NAME, bytes(3, 4)))]).toEqual([1, 2]);
      expect([...((await keys.read(NAME)) ?? [])]).toEqual([1, 2]);
    });

    it('gives two who make a key at once the same one', async () => {
      const { keys } = await make();
      const [one, other] = await Promise.all([keys.putIfAbsent(NAME, bytes(1)), keys.putIfAbsent(NAME, bytes(2))]);
      expect([...one]).toEqual([...other]);
    });

    it('keeps names apart', async () => {
      const { keys } = await make();
      await keys.putIfAbsent(NAME, bytes(1));
      expect(await keys.read('tenant/esimerkkikaupunki/2026-12')).toBeUndefined();
    });
  });
}
