/** Finnish post codes in use, with white space between; empty: none brought in. `npm run post-codes` writes this file. */
export const POST_CODES_IN_USE: string = '';
