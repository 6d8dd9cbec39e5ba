import { PROOF_MEDIA_TYPES } from '#shared/domain/delivery-postal/proof';

/** Media types of bodies that reach a function as the bytes they are; every other body is text. */
export const BINARY_BODIES: readonly string[] = ['multipart/form-data', ...PROOF_MEDIA_TYPES];

/** @param contentType as the header says it, with its parameters */
export function isBinaryBody(contentType = ''): boolean {
  return BINARY_BODIES.includes(contentType.split(';')[0]?.trim().toLowerCase() ?? '');
}
