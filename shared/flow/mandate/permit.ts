import { type Act, covers } from '#shared/domain/mandate/acts';
import type { Theme } from '#shared/domain/mandate/themes';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';

export interface ActNotCovered {
  readonly kind: 'act-not-covered';
}

/**
 * Lets somebody do something by the powers that cover it, and by no other of theirs. In front of one's own mailbox one may
 * do everything.
 *
 * @param inUse themes the operator has switched on
 * @see REQ-124, REQ-125
 */
export function permit(acting: Acting, act: Act, inUse: readonly Theme[]): Result<Acting, ActNotCovered> {
  if (!acting.powers) return ok(acting);
  const [widest, ...rest] = acting.powers.filter(({ power }) => covers(power, act, inUse));
  return widest
    ? ok({ ...acting, powers: [widest, ...rest], actor: widest.actor })
    : refuse({ kind: 'act-not-covered' });
}
