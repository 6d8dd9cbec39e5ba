import { formOfId } from '#shared/domain/message/identity-code';
import { type Result, ok, refuse } from '#shared/kernel/result';

export interface AddressRefused {
  readonly kind: 'address-refused';
  readonly rule: string;
}

/** Longest address a link can carry through every gateway. */
const LONGEST = 1000;

/**
 * Where somebody is led back to after an offer: an https page of a host that the service has registered, in the one form all
 * browsers read alike. Anything that could lead elsewhere is refused: the hub is no way around a user's caution.
 *
 * @param hosts names as they are registered, lower case; a name stands for itself and not for those below it
 * @returns the address as it is kept
 * @see REQ-142, domain.md 3.10
 */
export function returnAddress(text: string, hosts: readonly string[]): Result<string, AddressRefused> {
  if (text.length > LONGEST) return refused(`must have at most ${LONGEST} characters`);
  if (!PLAIN.test(text)) return refused('must have no white space, no backslash and no character outside ASCII');
  if (holdsIdentityCode(decoded(text))) return refused('must not hold a personal identity code');
  const address = URL.parse(text);
  if (address?.protocol !== 'https:') return refused('must be an https address');
  const isPlain = address.username === '' && address.password === '' && address.port === '';
  if (!isPlain) return refused('must name no user, no password and no port');
  return hosts.includes(address.hostname)
    ? ok(address.href)
    : refused('must be on a host that the service has registered');
}

const PLAIN = /^[!-[\]-~]+$/;

/** Any eleven characters in a row that are a real code, and no others: random ids have stretches that only look like one. */
function holdsIdentityCode(text: string): boolean {
  return Array.from(text, (_, at) => text.slice(at, at + 11)).some((part) => formOfId(part.toUpperCase()) === 'PERSON');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refused(rule: string): Result<never, AddressRefused> {
  return refuse({ kind: 'address-refused', rule });
}
