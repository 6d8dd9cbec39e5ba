/** SHA-256 of a text in UTF-8, as 43 characters of base64url. Handed in: nothing inside the hub computes hashes itself. */
export type Digest = (text: string) => string;

/** What stands for the hash before the first one of a chain. */
export const GENESIS = 'A'.repeat(43);

/**
 * JSON with sorted names and without absent members: two values that say the same give the same text, whoever stored them
 * and in whichever order. For hashing; it reads like any JSON.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => (isPlainObject(member) ? sorted(member) : member));
}

/** Hash of a value by its canonical form. `purpose` keeps a hash made for one thing from passing for another. */
export function digestOf(digest: Digest, purpose: string, value: unknown): string {
  return digest(canonicalJson([purpose, value]));
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(members: object): object {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}
