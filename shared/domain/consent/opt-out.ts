import type { Making } from '#shared/domain/consent/change-consent';
import { type Gate, wakeOf } from '#shared/domain/consent/gate';
import { owedName } from '#shared/domain/consent/owed-name';
import type { ElectronicBasis } from '#shared/domain/message/channel-terms';
import type { Actor } from '#shared/domain/message/actor';
import { addMonths } from '#shared/kernel/calendar';
import { type CalendarDate, helsinkiDay } from '#shared/kernel/time';

/** How long an opt-out lasts at a time. @see HE 124/2025 vp; domain.md 2.11, 3.2 */
const OPT_OUT_MONTHS = 6;

type Chosen = Pick<Gate, 'electronic' | 'consent'>;

/** Last day of an opt-out made that day: the one with the same number six months on, or the last of its month (AC-38). */
export function lastDayOfOptOut(from: CalendarDate): CalendarDate {
  return addMonths(from, OPT_OUT_MONTHS);
}

/** Last day of the opt-out that closed the mailbox, also where it is past: it stays closed until its holder is identified. */
export function optedOutUntil({ electronic, consent }: Chosen): CalendarDate | undefined {
  return electronic || consent.basis !== 'ACTIVE_MAILBOX' ? undefined : consent.expiresOn;
}

/** Whether the choice can be one for six months: of a mailbox in use, or of one that is closed so already. */
export function mayOptOut(gate: Chosen | undefined): boolean {
  return gate !== undefined && (gate.electronic || optedOutUntil(gate) !== undefined);
}

/**
 * The choice as rules with this basis count it. A mailbox that came back into use without a consent is closed where the
 * rules ask for one: the draft leaves nothing behind when an operator switches it off again.
 */
export function countedUnder(basis: ElectronicBasis, gate: Gate): Gate {
  return basis === 'CONSENT' && gate.consent.basis === 'ACTIVE_MAILBOX' ? { ...gate, electronic: false } : gate;
}

/** Whether letters were chosen, for good or for six months. */
export function choseLetters({ electronic, consent }: Chosen): boolean {
  return consent.action === 'WITHDRAW' || (!electronic && consent.basis === 'ACTIVE_MAILBOX');
}

/**
 * The gate of somebody who is identified after the opt-out has ended: the mailbox is in use again, and they are told.
 *
 * @returns `undefined` while an opt-out lasts, and where there is none
 * @see domain.md 3.2 (re-activation at next identification, with a notice), AC-38
 */
export function reactivated(before: Gate, actor: Actor, { at, attempt }: Making): Gate | undefined {
  const until = optedOutUntil(before);
  const { email, language, consent } = before;
  if (until === undefined || email === undefined || helsinkiDay(at) <= until) return undefined;
  const { textVersion } = consent;
  const version = consent.version + 1;
  const owed = {
    ...before.owed,
    [owedName({ consentVersion: version, address: 'new' })]: {
      kind: 'MAILBOX_REOPENED' as const,
      to: email,
      language,
      at,
    },
  };
  return {
    ...before,
    version: before.version + 1,
    electronic: true,
    attempt,
    consent: {
      version,
      action: 'REACTIVATED',
      at,
      email,
      source: 'SELF',
      actor,
      textVersion,
      language,
      basis: 'ACTIVE_MAILBOX',
    },
    owed,
    wakeAt: wakeOf(owed),
  };
}
