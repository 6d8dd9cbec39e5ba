import { BY_RECIPIENT_RULE } from '#shared/domain/channel/addressee-explanations';
import { BY_REASON, type Explanation, OVERRIDDEN, UNVERIFIED } from '#shared/domain/channel/explanations';
import { STAGE_B, decidingRule } from '#shared/domain/channel/rules';
import type { Decision } from '#shared/domain/message/decision';
import type { Language } from '#shared/domain/message/hub-fields';

/** Statutes each rule rests on, written as `13/2003 § 19`; a rule of the hub's own, and of a proposal, has none. */
const BY_RULE: Readonly<Record<string, readonly string[]>> = {
  R1: ['434/2003 § 57'],
  R2: ['434/2003 § 14', '434/2003 § 56'],
  R3: ['434/2003 § 14', '434/2003 § 56'],
  R4: ['434/2003 § 15', '434/2003 § 56'],
  R5: ['434/2003 § 12', '434/2003 § 56'],
  R5b: ['434/2003 § 12', '434/2003 § 56'],
  R6: ['434/2003 § 56'],
  R7: ['434/2003 § 57'],
  R7v: ['434/2003 § 57'],
  R8: ['434/2003 § 57'],
  R9: ['434/2003 § 58', '434/2003 § 59'],
  R10: ['434/2003 § 63'],
  T1: ['13/2003 § 18'],
  C1: ['434/2003 § 60', 'KHO:2023:46'],
  C2: ['13/2003 § 19'],
  C3: ['13/2003 § 19'],
  C4: ['13/2003 § 18', '13/2003 § 19', '808/2019 § 15'],
  C5: ['661/2009 § 36', '661/2009 § 37'],
  C7: ['13/2003 § 18', '13/2003 § 19'],
  C8: ['434/2003 § 59', '434/2003 § 60'],
  C9: ['306/2019 § 4'],
  A1: ['808/2019 § 15'],
  A2: ['434/2003 § 56'],
  A3: ['661/2009 § 36', '661/2009 § 37'],
  A4: ['434/2003 § 57'],
};

interface Explained extends Pick<Decision, 'reason'> {
  readonly flags?: Decision['flags'];
  readonly path?: Decision['path'];
}

/** Why to whom and by which channel, in three languages, for the recipient and the sender (REQ-223). */
export function explain({ reason, flags = [], path = [] }: Explained): Explanation {
  const found = reason === 'RECIPIENT_DECEASED' ? undefined : BY_RECIPIENT_RULE[path[0] ?? ''];
  const overridden = flags.includes('OBLIGATING_OVERRIDDEN') ? OVERRIDDEN : undefined;
  const unverified = flags.includes('EMAIL_UNVERIFIED') ? UNVERIFIED : undefined;
  const said = [found, BY_REASON[reason], overridden, unverified].filter((each) => each !== undefined);
  const inLanguage = (language: Language) => said.map((each) => each[language]).join(' ');
  return { fi: inLanguage('fi'), sv: inLanguage('sv'), en: inLanguage('en') };
}

/** Statutes of the rules that decided. A rule of stage B that was tried in vain has no part in it. */
export function legalBasisOf({ path, reason }: Pick<Decision, 'path' | 'reason'>): string[] {
  const decided = decidingRule(path);
  const deciding = path.filter((rule) => rule === decided || !STAGE_B.includes(rule));
  const statutes = deciding.flatMap((rule) => (isOfBill(rule, reason) ? BILL : (BY_RULE[rule] ?? [])));
  return [...new Set([...statutes, ...(OPT_OUTS.includes(reason) ? BILL : [])])];
}

/** What the law in force asks a consent for, the bill does not. */
function isOfBill(rule: string, reason: Decision['reason']): boolean {
  return rule === 'C7' && reason === 'MAILBOX_ACTIVE';
}

/** The draft reform: a bill, and no statute yet. */
const BILL = ['HE 124/2025 vp'];
const OPT_OUTS: readonly Decision['reason'][] = ['OPTED_OUT', 'NOT_REACTIVATED'];
