import { createPublicKey, verify } from 'node:crypto';

export interface Signed {
  readonly text: string;
  /** SubjectPublicKeyInfo, DER in base64url. */
  readonly publicKey: string;
  /** DER in base64url. */
  readonly value: string;
}

/** Whether a signature of a `Signer` holds. One that is written otherwise than a signer writes it does not. */
export function verifySignature({ text, publicKey, value }: Signed): boolean {
  const [key, signature] = [publicKey, value].map((written) => Buffer.from(written, 'base64url'));
  if (!key || !signature || key.toString('base64url') !== publicKey || signature.toString('base64url') !== value)
    return false;
  try {
    return verify('sha256', Buffer.from(text), createPublicKey({ key, format: 'der', type: 'spki' }), signature);
  } catch {
    return false;
  }
}
