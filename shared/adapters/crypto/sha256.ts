import { createHash } from 'node:crypto';
import type { Digest } from '#shared/kernel/digest';

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** SHA-256 of a text in UTF-8, as 43 characters of base64url. */
export const fingerprint: Digest = (text) => createHash('sha256').update(text).digest('base64url');
