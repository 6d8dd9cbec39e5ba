import type { KeyStore } from '#shared/adapters/crypto/key-ring';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryKeyStore(): KeyStore {
  const keys = new Map<string, Uint8Array>();
  return {
    read: async (name) => structuredClone(keys.get(name)),
    putIfAbsent: async (name, wrapped) => {
      const first = keys.get(name) ?? structuredClone(wrapped);
      keys.set(name, first);
      return structuredClone(first);
    },
  };
}
