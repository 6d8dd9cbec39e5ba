import { decrypt, encrypt } from '#shared/adapters/crypto/aes';
import type { KeyWrapper } from '#shared/adapters/crypto/key-ring';

/** Protects keys with one master key of 32 bytes, for a single machine. Deployed, KMS does this. */
export function makeLocalWrapper(master: Uint8Array): KeyWrapper {
  return {
    wrap: async (name, key) => encrypt(master, name, key),
    unwrap: async (name, wrapped) => decrypt(master, name, wrapped),
  };
}
