import type { Making } from '#shared/domain/consent/change-consent';
import { type EmailVerification, firstCode } from '#shared/domain/consent/email-verification';
import { type Gate, wakeOf } from '#shared/domain/consent/gate';
import { codeNoticeName } from '#shared/domain/consent/owed-name';
import type { Actor } from '#shared/domain/message/actor';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { DAY, after } from '#shared/kernel/time';

/** How long a code is good for. */
export const CODE_LIFETIME = DAY;
/** Wrong codes that may be told before it is void. */
export const MOST_TRIES = 10;
/** Codes made for one address within a day. */
export const MOST_CODES = 5;

export interface NothingToVerify {
  readonly kind: 'nothing-to-verify';
}
export interface TooManyCodes {
  readonly kind: 'too-many-codes';
}
export interface CodeWrong {
  readonly kind: 'code-wrong';
}
/** Too old, told wrong too often, or there is none: another one must be asked for. */
export interface CodeVoid {
  readonly kind: 'code-void';
}

/** The gate with another code for the address in force, which the gate then owes by e-mail. The one before is void. */
export function anotherCode(before: Gate, { at, attempt }: Making): Result<Gate, NothingToVerify | TooManyCodes> {
  const { email, emailVerifiedAt, version, language } = before;
  if (email === undefined || emailVerifiedAt !== undefined) return refuse({ kind: 'nothing-to-verify' });
  const verification = nextCode(before, at);
  if (verification.made > MOST_CODES) return refuse({ kind: 'too-many-codes' });
  const owed = {
    ...before.owed,
    [codeNoticeName(verification)]: { kind: 'EMAIL_VERIFICATION' as const, to: email, language, at },
  };
  return ok({ ...before, version: version + 1, attempt, verification, owed, wakeAt: wakeOf(owed) });
}

function nextCode({ verification: known, consent }: Gate, at: Making['at']): EmailVerification {
  if (!known) return firstCode(consent.version, at);
  const isSameDay = at < after(known.since, DAY);
  const counted = isSameDay ? { since: known.since, made: known.made + 1 } : { since: at, made: 1 };
  return { of: known.of, code: known.code + 1, at, tries: 0, ...counted };
}

/** Whether a code can still be told. */
export function codeInForce({ verification }: Gate, { at }: Pick<Making, 'at'>): EmailVerification | undefined {
  const isOver = !verification || verification.tries >= MOST_TRIES || at >= after(verification.at, CODE_LIFETIME);
  return isOver ? undefined : verification;
}

/** A wrong code was told. It counts although it was told twice at once: every try moves the gate. */
export function wrongCode(before: Gate, verification: EmailVerification, { attempt }: Making): Gate {
  const counted = { ...verification, tries: verification.tries + 1 };
  return { ...before, version: before.version + 1, attempt, verification: counted };
}

/** The right one was told: mail reaches the address, whatever came back before. */
export function emailVerified(before: Gate, actor: Actor, { at, attempt }: Making): Gate {
  const { version, consent, email, language } = before;
  return {
    ...before,
    version: version + 1,
    attempt,
    emailUsable: true,
    emailVerifiedAt: at,
    emailProblem: undefined,
    verification: undefined,
    consent: { ...consent, version: consent.version + 1, action: 'EMAIL_VERIFIED', at, email, actor, language },
  };
}
