import type { Front, Operation } from '#shared/contracts/http/operation';
import { OPERATIONS } from '#shared/contracts/routes';

/** Fronts that people call, from where they are and without a client certificate; all others are for known systems. */
const OPEN: readonly Front[] = ['me', 'meta'];

/** Calls of the programme that anybody may make are for the public. */
const isOpen = ({ front, caller }: Operation) =>
  OPEN.includes(front) || (front === 'programme' && caller === 'anybody');

/** Calls that only known systems make. */
export const CLOSED_OPERATIONS: readonly Operation[] = OPERATIONS.filter((each) => !isOpen(each));

/** What the paths of people's calls begin with: `/me/`, or the path of a single one. */
export const OPEN_PATHS: readonly string[] = [
  ...new Set(OPERATIONS.filter(isOpen).map(({ front, path }) => (front === 'me' ? '/me/' : path))),
];
