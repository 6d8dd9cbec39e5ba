import * as z from 'zod/mini';

/**
 * What a mandate is for (issue code of Suomi.fi e-Authorizations). MAILBOX: the mail of the principal. OWN_DATA: to ask
 * authorities, and the hub, for what they hold on the principal.
 *
 * @see REQ-124, REQ-125, REQ-160
 */
export const theme = z.enum(['MAILBOX', 'OWN_DATA']);
export type Theme = z.infer<typeof theme>;

/** Themes that are in use where an operator says nothing: the one for own data is not defined yet (REQ-124, REQ-161). */
export const THEMES_AS_DELIVERED: readonly Theme[] = ['MAILBOX'];
