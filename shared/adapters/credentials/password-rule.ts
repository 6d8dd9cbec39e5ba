/** Least characters of a system's password. */
const LEAST = 32;

/**
 * What a system's new password lacks, in words; `undefined` when it may be used.
 *
 * @see suomifi-messages-notes.md section 2 (32 characters, lower, upper, digit, symbol)
 */
export function passwordFault(password: string): string | undefined {
  if (password.length < LEAST) return `has fewer than ${LEAST} characters`;
  if (password.length > 256) return 'has more than 256 characters';
  if (!/\p{Ll}/u.test(password)) return 'has no lower-case letter';
  if (!/\p{Lu}/u.test(password)) return 'has no upper-case letter';
  if (!/\d/.test(password)) return 'has no digit';
  return /[^\p{L}\d\s]/u.test(password) ? undefined : 'has no symbol';
}
