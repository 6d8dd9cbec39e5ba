import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { KeyWrapper } from '#shared/adapters/crypto/key-ring';

/** Protects keys with a KMS key; the name of each is its encryption context, so one wrap never passes for another. */
export function makeKmsWrapper(client: KMSClient, keyId: string): KeyWrapper {
  return {
    wrap: async (name, key) => {
      const { CiphertextBlob } = await client.send(
        new EncryptCommand({ KeyId: keyId, Plaintext: key, EncryptionContext: { name } }),
      );
      return present(CiphertextBlob);
    },
    unwrap: async (name, wrapped) => {
      const { Plaintext } = await client.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: wrapped, EncryptionContext: { name } }),
      );
      return present(Plaintext);
    },
  };
}

function present(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw new Error('KMS answered without bytes');
  return bytes;
}
