import type { PostiAccount } from '#shared/domain/delivery-postal/posti-account';
import type { ServiceId } from '#shared/domain/message/ids';
import type { PostiAccounts } from '#shared/ports/posti-accounts';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryPostiAccounts(): PostiAccounts {
  const accounts = new Map<ServiceId, PostiAccount>();
  return {
    read: async (service) => structuredClone(accounts.get(service)),
    put: async (account) => {
      accounts.set(account.serviceId, structuredClone(account));
    },
    remove: async (service) => {
      accounts.delete(service);
    },
  };
}
