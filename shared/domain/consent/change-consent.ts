import { CONSENT_TEXT_VERSION, type ConsentRecord } from '#shared/domain/consent/consent-record';
import { type Gate, type OwedFollowUp, type OwedNotice, wakeOf } from '#shared/domain/consent/gate';
import { firstCode } from '#shared/domain/consent/email-verification';
import { type AddressToldOf, owedName, withdrawalName } from '#shared/domain/consent/owed-name';
import type { Actor } from '#shared/domain/message/actor';
import type { Language } from '#shared/domain/message/hub-fields';
import type { AttemptToken, RecipientId } from '#shared/domain/message/ids';
import type { CalendarDate, Instant } from '#shared/kernel/time';

/** What a recipient, or an official for them, asks for. */
export interface ConsentWish {
  readonly recipientId: RecipientId;
  readonly electronic: boolean;
  /** Sealed; required to give consent. */
  readonly email?: string;
  /** Whether `email` is the address the register already holds: seals differ even where the address does not. */
  readonly sameEmail: boolean;
  readonly language: Language;
  readonly source: ConsentRecord['source'];
  readonly actor: Actor;
  /** Sealed: why an official chose for a visitor. */
  readonly reason?: string;
  /** Sealed: where an imported consent was given and kept before. */
  readonly provenance?: string;
  /** When it was chosen in another register, before it came here. */
  readonly givenAt?: Instant;
  /** Wording that was shown. @default the one in force */
  readonly textVersion?: string;
  /** A business opens its mailbox with an address for notices, also where it does not consent. @default false */
  readonly activated?: boolean;
  /** Where `electronic` is false: nobody has asked or answered, so nothing was withdrawn. @default false */
  readonly unasked?: boolean;
  /** Where `electronic` is false: letters until that day only, under the draft reform; the address is kept (AC-38). */
  readonly optsOutUntil?: CalendarDate;
  /** The address is known to take mail: for seeding. @default false */
  readonly verified?: boolean;
  /** No notice is sent: for seeding and for imports, whose people were told elsewhere. */
  readonly silent?: boolean;
}

/** Where a choice comes from, by who makes it. */
export function sourceOf({ role }: Actor): ConsentRecord['source'] {
  if (role === 'OFFICIAL') return 'SERVICE_POINT';
  return role === 'GUARDIAN' ? 'GUARDIAN' : 'SELF';
}

/** When a change is made, and the token of the write that makes it. */
export interface Making {
  readonly at: Instant;
  readonly attempt: AttemptToken;
}

/**
 * The gate after the wish is granted. Every change moves `version`, so no decision made before it can commit after it.
 *
 * @param before the gate as read; `undefined` when the recipient has never had a mailbox
 * @see REQ-031, REQ-034, REQ-040
 */
export function changeConsent(before: Gate | undefined, wish: ConsentWish, { at, attempt }: Making): Gate {
  const record = recordOf(before, wish, at);
  const told = wish.silent === true ? {} : noticesOwed(before, wish, record);
  const owed = { ...before?.owed, ...told, ...followUpOwed(before, record) };
  return {
    recipientId: wish.recipientId,
    version: 1 + (before?.version ?? 0),
    electronic: wish.electronic,
    activated: wish.activated === true ? true : undefined,
    email: record.email,
    emailUsable: isUsable(before, wish, record),
    ...standingOf(before, wish, record),
    language: wish.language,
    consent: record,
    attempt,
    arrivals: before?.arrivals ?? {},
    owed,
    wakeAt: wakeOf(owed),
  };
}

/** What is known of the address: it stays as it is while the address does; another one has yet to show that it takes mail. */
function standingOf(
  before: Gate | undefined,
  { sameEmail, verified, silent }: ConsentWish,
  { email, at, version }: ConsentRecord,
): Pick<Gate, 'emailVerifiedAt' | 'verification' | 'emailProblem'> {
  if (email === undefined) return {};
  if (verified === true) return { emailVerifiedAt: at };
  if (sameEmail && before?.email !== undefined) {
    const { emailVerifiedAt, verification, emailProblem } = before;
    return { emailVerifiedAt, verification, emailProblem };
  }
  return silent === true ? {} : { verification: firstCode(version, at) };
}

/** An address that bounced stays dead until another is given. */
function isUsable(before: Gate | undefined, { sameEmail }: ConsentWish, { email }: ConsentRecord): boolean {
  const knownDead = sameEmail && before?.email !== undefined && !before.emailUsable;
  return email !== undefined && !knownDead;
}

/**
 * Marks the address as one that mail does not reach, whatever was shown before; consent stays (domain.md 3.6, notice
 * failure).
 */
export function emailBounced(before: Gate, { at, attempt }: Making): Gate {
  const { version, language, email, consent } = before;
  return {
    ...before,
    version: version + 1,
    emailUsable: false,
    emailVerifiedAt: undefined,
    verification: undefined,
    emailProblem: { since: at, kind: 'BOUNCED' },
    attempt,
    consent: {
      version: consent.version + 1,
      action: 'EMAIL_BOUNCED',
      at,
      email,
      source: consent.source,
      actor: { role: 'SYSTEM' },
      textVersion: consent.textVersion,
      language,
      basis: consent.basis,
      expiresOn: consent.expiresOn,
      givenAt: consent.givenAt,
    },
  };
}

function recordOf(before: Gate | undefined, wish: ConsentWish, at: Instant): ConsentRecord {
  return {
    version: (before?.consent.version ?? 0) + 1,
    action: actionOf(before, wish),
    at,
    email: keepsAddress(wish) ? (wish.email ?? before?.email) : undefined,
    source: wish.source,
    actor: wish.actor,
    textVersion: wish.textVersion ?? CONSENT_TEXT_VERSION,
    language: wish.language,
    reason: wish.reason,
    provenance: wish.provenance,
    givenAt: wish.givenAt,
    ...(wish.optsOutUntil === undefined ? {} : { basis: 'ACTIVE_MAILBOX', expiresOn: wish.optsOutUntil }),
  };
}

/** Who opts out for a time has a mailbox still: they are told there when it is in use again. */
function keepsAddress({ electronic, activated, optsOutUntil }: ConsentWish): boolean {
  return electronic || activated === true || optsOutUntil !== undefined;
}

function actionOf(before: Gate | undefined, wish: ConsentWish): ConsentRecord['action'] {
  if (wish.optsOutUntil !== undefined) return 'OPT_OUT';
  if (!wish.electronic) return wish.unasked === true ? 'NONE' : 'WITHDRAW';
  return before?.electronic === true ? 'UPDATE_EMAIL' : 'GIVE';
}

/** Also of a withdrawal that nobody is told of: what lies unopened goes on paper. */
function followUpOwed(before: Gate | undefined, record: ConsentRecord): Record<string, OwedFollowUp> {
  const isTurnedOff = record.action === 'WITHDRAW' || record.action === 'OPT_OUT';
  if (!isTurnedOff || before?.electronic !== true) return {};
  return { [withdrawalName(record.version)]: { kind: 'WITHDRAWAL', at: record.at } };
}

function noticesOwed(before: Gate | undefined, wish: ConsentWish, record: ConsentRecord): Record<string, OwedNotice> {
  const owed: Record<string, OwedNotice> = {};
  const owe = (kind: OwedNotice['kind'], which: AddressToldOf) => {
    const to = which === 'new' ? record.email : before?.email;
    const name = owedName({ consentVersion: record.version, address: which });
    if (to !== undefined) owed[name] = { kind, to, language: wish.language, at: record.at };
  };
  if (record.action === 'GIVE') owe('CONSENT_GIVEN', 'new');
  if (record.action === 'WITHDRAW' && before?.electronic === true) owe('CONSENT_WITHDRAWN', 'old');
  if (record.action === 'OPT_OUT' && before?.electronic === true) owe('MAILBOX_CLOSED', 'new');
  if (record.action === 'UPDATE_EMAIL' && !wish.sameEmail) {
    owe('EMAIL_CHANGED', 'old');
    owe('EMAIL_CHANGED', 'new');
  }
  return owed;
}
