import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Signer } from '#shared/ports/signer';

/** A signing key for a machine without KMS, as PEM. */
export function newSigningPem(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

/** Signs with a key in the hands of this machine. Deployed, KMS does this. */
export function makeLocalSigner(pem: string): Signer {
  const key = createPrivateKey(pem);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64url');
  return {
    publicKey: async () => publicKey,
    sign: async (text) => sign('sha256', Buffer.from(text), key).toString('base64url'),
  };
}
