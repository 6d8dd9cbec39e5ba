import type { HttpRequest } from '#functions/_shell/http';

/**
 * The version a caller has seen. `"3"`, `W/"3"` and a bare 3 name version 3; anything else names no version there is.
 *
 * @returns `undefined` when the header is missing
 */
export function seenVersion({ headers }: HttpRequest): number | undefined {
  const ifMatch = headers['if-match'];
  if (ifMatch === undefined) return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  return version === undefined ? -1 : Number(version);
}
