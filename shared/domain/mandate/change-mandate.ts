import { type Mandate, type MandateFact, stateOf } from '#shared/domain/mandate/mandate';
import type { Actor } from '#shared/domain/message/actor';
import type { RecipientId } from '#shared/domain/message/ids';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type Instant, later } from '#shared/kernel/time';

/** Who does what to a mandate: only its holder accepts or declines it; its giver cancels it, its holder gives it up. */
export type MandateStep = 'ACCEPT' | 'DECLINE' | 'END';

export type MandateRefusal =
  /** Neither party to it, or no such mandate. */
  | { readonly kind: 'mandate-unknown' }
  /** It is no longer an offer. */
  | { readonly kind: 'mandate-settled' };

export interface Stepping {
  readonly party: RecipientId;
  readonly by: Actor;
  readonly at: Instant;
}

/**
 * The mandate after a step of one of its parties; unchanged where the step has been taken already.
 *
 * @see 571/2016 § 10 a; domain.md 3.10 (give, accept, cancel, expire)
 */
export function takeStep(before: Mandate, step: MandateStep, who: Stepping): Result<Mandate, MandateRefusal> {
  const { principal, holder } = before;
  if (who.party !== principal && who.party !== holder) return refuse({ kind: 'mandate-unknown' });
  return step === 'END' ? ended(before, who) : answered(before, step === 'ACCEPT' ? 'ACCEPTED' : 'DECLINED', who);
}

/** Ending one that has ended adds nothing; a holder's no to an offer is its end. */
function ended(before: Mandate, who: Stepping): Result<Mandate, never> {
  const state = stateOf(before, who.at);
  if (state === 'DECLINED' || state === 'CANCELLED' || state === 'EXPIRED') return ok(before);
  if (who.party === before.principal) return ok(withFact(before, 'CANCELLED', who));
  return ok(withFact(before, state === 'OFFERED' ? 'DECLINED' : 'GIVEN_UP', who));
}

function answered(before: Mandate, answer: 'ACCEPTED' | 'DECLINED', who: Stepping): Result<Mandate, MandateRefusal> {
  if (who.party !== before.holder) return refuse({ kind: 'mandate-unknown' });
  if (stateOf(before, who.at) === 'OFFERED') return ok(withFact(before, answer, who));
  return isAnswered(before, answer, who.at) ? ok(before) : refuse({ kind: 'mandate-settled' });
}

function isAnswered(before: Mandate, answer: MandateFact['type'], at: Instant): boolean {
  const state = stateOf(before, at);
  return answer === 'ACCEPTED' ? state === 'COMING' || state === 'IN_FORCE' : state === 'DECLINED';
}

/** `at` is the later of now and the fact before it; order is by sequence, never by clock. */
function withFact(before: Mandate, type: MandateFact['type'], { by, at }: Stepping): Mandate {
  const last = before.facts.at(-1)?.at ?? at;
  return { ...before, facts: [...before.facts, { type, at: later(at, last), by }] };
}
