import * as z from 'zod/mini';
import { addressFlaw } from '#shared/domain/message/address-flaw';
import { printFlaw } from '#shared/domain/message/print-flaw';
import { instant } from '#shared/kernel/time';

/** @see domain.md 3.1 */
export const recipientKind = z.enum([
  'PERSON',
  'SOLE_TRADER',
  'COMPANY',
  'ASSOCIATION',
  'FOUNDATION',
  'HOUSING_COMPANY',
  'ESTATE',
  'BANKRUPTCY_ESTATE',
  'FOREIGN_ORG',
  'AUTHORITY',
]);
export type RecipientKind = z.infer<typeof recipientKind>;

export const capacity = z.enum(['PRIVATE', 'BUSINESS']);
export type Capacity = z.infer<typeof capacity>;

/** ORDINARY: tavallinen tiedoksianto; VERIFIABLE: todisteellinen tiedoksianto (13/2003 § 18, 434/2003 § 60). */
export const messageKind = z.enum(['ORDINARY', 'VERIFIABLE']);
export type MessageKind = z.infer<typeof messageKind>;

export const channel = z.enum([
  'ELECTRONIC',
  'LETTER',
  'LETTER_ADVICE_OF_RECEIPT',
  'HOLD',
  'MANUAL',
  'UNDELIVERABLE',
  'REJECTED',
]);
export type Channel = z.infer<typeof channel>;

export const letterClass = z.enum(['LETTER', 'LETTER_ADVICE_OF_RECEIPT']);

export const ruleSetId = z.enum(['fi-2003', 'fi-2016', 'wg-2019', 'fi-2026-draft']);
export type RuleSetId = z.infer<typeof ruleSetId>;

/** Why a delivery goes where it goes (domain.md 3.3 to 3.6); `WINDOW_EXPIRED` and `RETURNED` begin another attempt. */
export const reason = z.enum([
  'NO_ID',
  'STATUTE_PAPER_ONLY',
  'PROCESS_ADDRESS_MAILBOX',
  'PROCESS_ADDRESS_POSTAL',
  'PROCESS_ADDRESS_UNUSABLE',
  'MATTER_PAPER_CHOICE',
  'FOREIGN_VOLUNTARY',
  'PHASE_NOT_OPEN',
  'OBLIGATION_NOT_ACTIVE',
  'KIND_NOT_OBLIGED',
  'SERVICE_NOT_DIGITAL',
  'EXCEPTION_INDIVIDUAL',
  'BUSINESS_OBLIGED',
  'NO_MAILBOX',
  'CONSENT',
  'MAILBOX_ACTIVE',
  'ACTIVATED',
  'NO_CONSENT',
  'NO_EADDRESS',
  'WITHDRAWN',
  'OPTED_OUT',
  /** The six months of an opt-out are over, and its holder has not been identified since (fi-2026-draft). */
  'NOT_REACTIVATED',
  'OUTAGE_PROLONGED',
  'OUTAGE_SHORT',
  'WINDOW_EXPIRED',
  'RETURNED',
  'NO_ADDRESS',
  /** There is an address, and no letter can be posted to it: `addressLooks` says why. */
  'ADDRESS_UNFIT',
  'ABROAD',
  'PROTECTED_NO_SAFE_ADDRESS',
  'RECIPIENT_DECEASED',
  /** The organisation does not exist any more. */
  'RECIPIENT_DISSOLVED',
  /** A child, and no register says who its guardian is. */
  'NO_GUARDIAN_KNOWN',
  /** An estate, and no register says who holds or administers it. */
  'NO_HOLDER_KNOWN',
  /** The mandate of the agent it was for is over before it got there. */
  'MANDATE_ENDED',
  'DOCUMENT_UNREADABLE',
  /** It can be read, and not printed as a letter: `printFlaws` says why. */
  'DOCUMENT_UNPRINTABLE',
  /** The national service that letters are relayed to will not take it: Posti credentials, address or document. */
  'POSTAL_REFUSED',
  /** The same wants Posti credentials, and neither the message nor its service has any. */
  'POSTI_CREDENTIALS_MISSING',
  /** The recipient's address is protected, and the same has no printing by named staff. */
  'NO_RESTRICTED_PRINT',
]);
export type Reason = z.infer<typeof reason>;

export const flag = z.enum([
  'PROTECTED',
  'NOTICE_NO_SENDER',
  'UPGRADED_VERIFIABLE',
  'OBLIGATING_OVERRIDDEN',
  /** An obliged business that has no usable mailbox (C6.6). */
  'OBLIGATION_NOT_MET',
  /** An obliged business keeps the postal process address the law lets it name (domain.md 3.4, C4 before C6). */
  'OBLIGED_POSTAL_PROCESS_ADDRESS',
  /** The notice went to an address nobody has shown to take mail yet (REQ-036: consent is in force all the same). */
  'EMAIL_UNVERIFIED',
  /** Opened after the window had ended, before a letter was handed over. Follows from the facts. */
  'AFTER_WINDOW',
  /** The day of posting is assumed, not reported. Follows from the facts. */
  'ESTIMATED',
]);
export type Flag = z.infer<typeof flag>;

/** Where the printed address came from. The address itself is never part of a decision. */
export const addressSource = z.enum(['PROCESS', 'AUTHORITY', 'REGISTER', 'CONTACT']);
export type AddressSource = z.infer<typeof addressSource>;

/** What one source of addresses had, in the order they were asked. It tells how an address is, never what it says. */
export const addressLook = z.object({
  source: addressSource,
  /** `RETURNED`: a letter has come back from it (A7). */
  found: z.enum(['USED', 'NONE', 'RETURNED', 'ABROAD', 'UNFIT']),
  flaws: z.optional(z.array(addressFlaw)),
});
export type AddressLook = z.infer<typeof addressLook>;

/** What the decision knew, frozen with it. No address, no code, no name. */
export const decisionFacts = z.object({
  recipientKind: z.optional(recipientKind),
  capacity: z.optional(capacity),
  mailbox: z.enum(['NONE', 'ACTIVE', 'INACTIVE']),
  emailUsable: z.optional(z.boolean()),
  consentVersion: z.optional(z.int()),
  protectionOrder: z.optional(z.boolean()),
  addressSource: z.optional(addressSource),
  addressLooks: z.optional(z.array(addressLook)),
  /** What the recipient had chosen for the matter: paper, or a process address in the mailbox or by post. */
  matterChoice: z.optional(z.enum(['PAPER', 'MESSAGES', 'POSTAL'])),
  /** Whether the duty of businesses bound the recipient; absent where there was none to ask about. */
  obliged: z.optional(z.boolean()),
  employees: z.optional(z.int()),
  /** Statute that the sender says allows paper only, as cited (citation.ts). */
  statute: z.optional(z.string()),
  exceptionId: z.optional(z.string()),
  outageId: z.optional(z.string()),
  /** Until when a delivery that an outage keeps back waits. */
  holdUntil: z.optional(instant),
  /** What kept the sender's document from being printed, where that was seen at the press only. */
  printFlaws: z.optional(z.array(printFlaw)),
});
export type DecisionFacts = z.infer<typeof decisionFacts>;

/**
 * Where one delivery goes and why. Explanations and legal bases follow from the rule ids and are not stored.
 *
 * @see REQ-223 (an automated decision is explainable and logged)
 */
export const decision = z.object({
  ruleSetId,
  decidedAt: instant,
  /** Rule ids of domain.md 3.3 to 3.5 in the order they were tried; the last ones decided. */
  path: z.array(z.string()),
  channel,
  reason,
  flags: z.array(flag),
  facts: decisionFacts,
  /** Version of the recipient's gate the decision rests on; present for ELECTRONIC only. */
  gateVersion: z.optional(z.int()),
});
export type Decision = z.infer<typeof decision>;

/** Whether it falls with the recipient's consent: not where a process address or a duty brought it to the mailbox. */
export function restsOnConsent({ reason: why }: Pick<Decision, 'reason'>): boolean {
  return why !== 'PROCESS_ADDRESS_MAILBOX' && why !== 'BUSINESS_OBLIGED';
}
