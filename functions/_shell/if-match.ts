/** `"3"`, `W/"3"` and a bare 3 name version 3; anything else names no version there is. */
export function versionIn(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  return version === undefined ? -1 : Number(version);
}

/** The same, where `*` stands for whichever version there is. */
export function versionSeen(ifMatch: string | undefined): number | 'any' | undefined {
  return ifMatch?.trim() === '*' ? 'any' : versionIn(ifMatch);
}
