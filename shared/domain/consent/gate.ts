import * as z from 'zod/mini';
import { consentRecord } from '#shared/domain/consent/consent-record';
import { emailProblem, emailVerification } from '#shared/domain/consent/email-verification';
import { claim } from '#shared/domain/message/claim';
import { language } from '#shared/domain/message/hub-fields';
import { attemptToken, deliveryId, recipientId } from '#shared/domain/message/ids';
import { type Instant, earlier, instant } from '#shared/kernel/time';

/** An e-mail the register owes somebody: it is sent after the change is in force, and kept until it is. */
export const owedNotice = z.object({
  kind: z.enum([
    'CONSENT_GIVEN',
    'CONSENT_WITHDRAWN',
    'EMAIL_CHANGED',
    'EMAIL_VERIFICATION',
    'MANDATE_GIVEN',
    'MESSAGE_TRANSFERRED',
    'DATA_REQUEST',
    'MAILBOX_CLOSED',
    'MAILBOX_REOPENED',
  ]),
  /** Sealed address: on a withdrawal the one held before it (REQ-040). */
  to: z.string(),
  language,
  at: instant,
  claim: z.optional(claim),
});
export type OwedNotice = z.infer<typeof owedNotice>;

/** A withdrawal whose verifiable messages lie unopened in the mailbox: they go on paper instead (domain.md 3.6). */
export const owedFollowUp = z.object({ kind: z.literal('WITHDRAWAL'), at: instant });
export type OwedFollowUp = z.infer<typeof owedFollowUp>;

/** A change of consent that authorities are not told of yet: `id` is the sealed identity code or business id. */
export const owedPublication = z.object({
  kind: z.literal('PUBLICATION'),
  at: instant,
  /** Of the consent. */
  version: z.int(),
  electronic: z.boolean(),
  id: z.string(),
});
export type OwedPublication = z.infer<typeof owedPublication>;

/** A delivery that has been committed to the mailbox and whose entry is not yet known to stand there. */
export const arrival = z.object({ at: instant, entry: z.string() });
export type Arrival = z.infer<typeof arrival>;

/**
 * The one small item every electronic delivery passes: it makes revocation linear. `version` only grows and covers every
 * choice that can be taken back; a delivery commits on condition that it is still the version its decision saw.
 *
 * @see architecture, section 2; REQ-031 (consent is in force at once, both ways)
 */
export const gate = z.object({
  recipientId,
  version: z.int(),
  /** One general consent to electronic messages from all authorities (REQ-026 ff.). */
  electronic: z.boolean(),
  /** A business has opened its mailbox with an address for notices: enough where it is obliged to (C6.5). */
  activated: z.optional(z.boolean()),
  /** Sealed address for notices. */
  email: z.optional(z.string()),
  /** False after a hard bounce, until another address is given or the same one is verified anew. */
  emailUsable: z.boolean(),
  /** Absent while nobody has shown that mail reaches the address: it is used all the same (REQ-036). */
  emailVerifiedAt: z.optional(instant),
  /** A code that was mailed to it and not told back yet. */
  verification: z.optional(emailVerification),
  emailProblem: z.optional(emailProblem),
  language,
  consent: consentRecord,
  /** Token of the write that made this version. */
  attempt: attemptToken,
  arrivals: z.record(deliveryId, arrival),
  owed: z.record(z.string(), z.union([owedNotice, owedFollowUp, owedPublication])),
  wakeAt: z.optional(instant),
});
export type Gate = z.infer<typeof gate>;

/** The gate's place in the wake index follows from what it owes. */
export function wakeOf(owed: Gate['owed']): Instant | undefined {
  const instants = Object.values(owed).map(({ at }) => at);
  return instants.length === 0 ? undefined : instants.reduce(earlier);
}

/** What a gate owes by e-mail, with the name of each. */
export function noticesOwedBy({ owed }: Pick<Gate, 'owed'>): { name: string; notice: OwedNotice }[] {
  return Object.entries(owed).flatMap(([name, notice]) => ('to' in notice ? [{ name, notice }] : []));
}

/** Whether anybody is to be told of a change: its holder by e-mail, or authorities by the feed. */
export function owesNews({ owed }: Pick<Gate, 'owed'>): boolean {
  return Object.values(owed).some(({ kind }) => kind !== 'WITHDRAWAL');
}

/** Names of the withdrawals that are not followed up yet. */
export function withdrawalsOwedBy({ owed }: Pick<Gate, 'owed'>): string[] {
  return Object.keys(owed).filter((name) => owed[name]?.kind === 'WITHDRAWAL');
}

export type MailboxStatus = 'NONE' | 'ACTIVE' | 'INACTIVE';

/** Whether it can be written to, consent aside: opened by its holder, and its notices arrive. */
export function isOpen({ electronic, activated, email, emailUsable }: Gate): boolean {
  return (electronic || (activated === true && email !== undefined)) && emailUsable;
}

/** Whether an electronic message may go there now. */
export function mailboxStatus(at: Gate | undefined): MailboxStatus {
  if (!at) return 'NONE';
  return at.electronic && at.emailUsable ? 'ACTIVE' : 'INACTIVE';
}
