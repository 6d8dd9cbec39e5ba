import type { Power } from '#shared/domain/message/power';
import type { Theme } from '#shared/domain/mandate/themes';

/** What somebody may want to do at the recipients' front. */
export type Act =
  | 'READ_MAIL'
  | 'ANSWER'
  | 'WRITE'
  | 'DELETE_MAIL'
  | 'SEE_CONSENT'
  | 'CHANGE_CONSENT'
  | 'CHOOSE_FOR_MATTERS'
  | 'SEE_MANDATES'
  | 'GIVE_MANDATES'
  | 'ASK_OWN_DATA';

type Role = Power['role'];

/**
 * What each role may do for another. Who represents an organisation is the organisation. A guardian stands in for a child,
 * and binds the child to nobody else. Nobody but who is the
 * recipient deletes: what is gone is gone for all who read the mailbox. An agent deals with the mail, and neither changes the principal's choices nor hands
 * the mandate on: that takes the principal.
 *
 * @see 434/2003 § 12, 14; REQ-121, REQ-124
 */
export const ACTS_OF_ROLES: Readonly<Record<Role, readonly Act[]>> = {
  REPRESENTATIVE: [
    'READ_MAIL',
    'ANSWER',
    'WRITE',
    'DELETE_MAIL',
    'SEE_CONSENT',
    'CHANGE_CONSENT',
    'CHOOSE_FOR_MATTERS',
    'SEE_MANDATES',
    'GIVE_MANDATES',
    'ASK_OWN_DATA',
  ],
  GUARDIAN: [
    'READ_MAIL',
    'ANSWER',
    'WRITE',
    'SEE_CONSENT',
    'CHANGE_CONSENT',
    'CHOOSE_FOR_MATTERS',
    'SEE_MANDATES',
    'ASK_OWN_DATA',
  ],
  AGENT: ['READ_MAIL', 'ANSWER', 'WRITE', 'ASK_OWN_DATA'],
};

/** The theme a mandate must be for. What no theme covers is not an agent's. */
const THEME_OF: Readonly<Partial<Record<Act, Theme>>> = {
  READ_MAIL: 'MAILBOX',
  ANSWER: 'MAILBOX',
  WRITE: 'MAILBOX',
  ASK_OWN_DATA: 'OWN_DATA',
};

/** What reaches beyond single matters: a mandate for named matters does not cover it. */
const BEYOND_MATTERS: readonly Act[] = ['WRITE', 'ASK_OWN_DATA'];

/**
 * Whether a power covers an act. A theme that is not in use covers nothing, whoever asks: so own data is for the person
 * alone until the theme is (REQ-124).
 *
 * @param inUse themes the operator has switched on
 */
export function covers({ role, scope, themes = ['MAILBOX'] }: Power, act: Act, inUse: readonly Theme[]): boolean {
  const asked = THEME_OF[act];
  if (!ACTS_OF_ROLES[role].includes(act)) return false;
  if (asked !== undefined && !inUse.includes(asked)) return false;
  if (role !== 'AGENT' || asked === undefined) return true;
  return themes.includes(asked) && (scope.type === 'WHOLE_MAILBOX' || !BEYOND_MATTERS.includes(act));
}
