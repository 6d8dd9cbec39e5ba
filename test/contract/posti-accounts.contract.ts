import { describe, expect, it } from 'vitest';
import type { PostiAccount } from '#shared/domain/delivery-postal/posti-account';
import { MINUTE, after } from '#shared/kernel/time';
import { NOON, OTHER_SERVICE, SERVICE, TENANT } from '#test/builders/messages';
import type { Stores } from '#test/builders/stores';

const account: PostiAccount = { serviceId: SERVICE, tenantId: TENANT, sealed: 'registers:sealed', changedAt: NOON };

/** What every store of Posti credentials, and of the place in the national feed, must do. */
export function postiAccountsContract(name: string, make: () => Promise<Pick<Stores, 'accounts' | 'relayMark'>>): void {
  describe(`PostiAccounts: ${name}`, () => {
    it('gives back what was entered last for a service, and nothing of another', async () => {
      const { accounts } = await make();
      expect(await accounts.read(SERVICE)).toBeUndefined();
      await accounts.put(account);
      const later = { ...account, sealed: 'registers:other', changedAt: after(NOON, MINUTE) };
      await accounts.put(later);
      expect(await accounts.read(SERVICE)).toEqual(later);
      expect(await accounts.read(OTHER_SERVICE)).toBeUndefined();
    });

    it('forgets, also twice', async () => {
      const { accounts } = await make();
      await accounts.put(account);
      await accounts.remove(SERVICE);
      await accounts.remove(SERVICE);
      expect(await accounts.read(SERVICE)).toBeUndefined();
    });
  });

  describe(`RelayMark: ${name}`, () => {
    it('stands nowhere at first, and then where it was moved to', async () => {
      const { relayMark } = await make();
      expect(await relayMark.read()).toBeUndefined();
      await relayMark.move('a');
      await relayMark.move('b');
      expect(await relayMark.read()).toBe('b');
    });
  });
}
