import type { Front, Operation } from '#shared/contracts/http/operation';
import { OPERATIONS } from '#shared/contracts/routes';

/** Fronts that people call, from where they are and without a client certificate; all others are for known systems. */
const OPEN: readonly Front[] = ['me', 'meta'];

const isOpen = ({ front }: Operation) => OPEN.includes(front);

/** Calls that only known systems make. */
export const CLOSED_OPERATIONS: readonly Operation[] = OPERATIONS.filter((each) => !isOpen(each));

/** What the paths of people's calls begin with, `/me/`. */
export const OPEN_PATHS: readonly string[] = [
  ...new Set(OPERATIONS.filter(isOpen).map(({ path }) => path.replace(/^(\/[^/]+\/).*$/, '$1'))),
];
