import type { Front, Operation } from '#shared/contracts/http/operation';
import { OPERATIONS } from '#shared/contracts/routes';

/** Fronts that people call, from where they are and without a client certificate; all others are for known systems. */
const OPEN: readonly Front[] = ['me', 'pages', 'meta'];

/** Fronts of which people call what is for anybody, and known systems the rest. */
const MIXED: readonly Front[] = ['programme', 'support'];

const isOpen = ({ front, caller }: Operation) =>
  OPEN.includes(front) || (MIXED.includes(front) && caller === 'anybody');

/**
 * Calls that only known systems make, as a policy names them: `POST/v2/messages`, `*` for any part. Registers of many calls
 * are named by what their paths begin with: a policy holds 8 KB.
 */
export const CLOSED_CALLS: readonly string[] = [
  ...new Set(OPERATIONS.filter((each) => !isOpen(each)).map((each) => (MIXED.includes(each.front) ? all : one)(each))),
];

function one({ method, path }: Operation): string {
  return `${method}${anyValue(path)}`;
}

/** Every call under the register of a call, unless people call one of them. */
function all(each: Operation): string {
  const register = each.path.split('/').slice(0, 4).join('/');
  const isShared = OPERATIONS.some((other) => other.path.startsWith(register) && isOpen(other));
  return isShared ? one(each) : `*${anyValue(register)}*`;
}

function anyValue(path: string): string {
  return path.replaceAll(/\{[^}]+\}/g, '*');
}

/** What the paths of people's calls begin with: `/me/`, or a single path of a front that is not all theirs. */
export const OPEN_PATHS: readonly string[] = [...new Set(OPERATIONS.filter(isOpen).map(beginning))];

function beginning({ front, path }: Operation): string {
  return MIXED.includes(front) ? path.replace(/\{.*$/, '') : path.replace(/^(\/[^/]+\/).*$/, '$1');
}
