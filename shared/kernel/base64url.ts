/** A text in UTF-8 as base64url: letters, digits, dashes and underscores. */
export function toBase64Url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The inverse; absent where it is the base64url of no text. */
export function fromBase64Url(written: string): string | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(written) || written.length % 4 === 1) return undefined;
  const bytes = atob(written.replaceAll('-', '+').replaceAll('_', '/'));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
