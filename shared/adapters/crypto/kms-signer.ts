import { createHash } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from '#shared/ports/signer';

/** Signs with an asymmetric key of KMS (ECC_NIST_P256), which never leaves it. The public key is asked for once. */
export function makeKmsSigner(client: KMSClient, keyId: string): Signer {
  let known: Promise<string> | undefined;

  async function fetchPublicKey(): Promise<string> {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
    return encoded(PublicKey);
  }

  return {
    publicKey: async () => {
      known ??= fetchPublicKey();
      try {
        return await known;
      } catch (fault) {
        known = undefined;
        throw fault;
      }
    },
    sign: async (text) => {
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyId,
          Message: createHash('sha256').update(text).digest(),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      );
      return encoded(Signature);
    },
  };
}

function encoded(bytes: Uint8Array | undefined): string {
  if (!bytes) throw new Error('KMS answered without bytes');
  return Buffer.from(bytes).toString('base64url');
}
