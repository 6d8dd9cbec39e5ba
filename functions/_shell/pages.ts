import type { Answer, HttpRequest } from '#functions/_shell/http';
import { fingerprint, sha256 } from '#shared/adapters/crypto/sha256';
import { STYLESHEET } from '#shared/domain/report/stylesheet';

interface Sent {
  readonly text: string;
  readonly mediaType: 'text/html; charset=utf-8' | 'text/csv; charset=utf-8' | 'application/json';
  /** Value of cache-control. */
  readonly cache: string;
  /** Name of a file to be saved as. */
  readonly filename?: string;
}

/** For what everybody may see: kept for some minutes, then asked for again by its ETag. */
export const PUBLIC_CACHE = 'public, max-age=300';

/**
 * Answers with a text of which the caller may have the same one already. A page may use its own stylesheet and post its forms
 * to where it came from, and nothing else: no script runs in it.
 */
export function textAnswer({ headers }: HttpRequest, { text, mediaType, cache, filename }: Sent): Answer {
  const etag = `"${fingerprint(text)}"`;
  const common = { etag, 'cache-control': cache, vary: 'accept-language' };
  if (isNamedIn(headers['if-none-match'], etag)) return { status: 304, headers: common };
  return {
    status: 200,
    headers: {
      ...common,
      'content-type': mediaType,
      ...(mediaType.startsWith('text/html') ? { 'content-security-policy': PAGE_POLICY } : {}),
      ...(filename === undefined ? {} : { 'content-disposition': `attachment; filename="${filename}"` }),
    },
    text,
  };
}

/** The one stylesheet is named by its hash. */
const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${Buffer.from(sha256(STYLESHEET), 'hex').toString('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function isNamedIn(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
