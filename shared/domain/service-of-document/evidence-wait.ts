import type { Claim } from '#shared/domain/message/claim';
import { type Instant, MINUTE, after } from '#shared/kernel/time';

/** How long to wait for evidence of an e-mail whose answer was lost before it is sent again. */
export const EVIDENCE_WAIT = 10 * MINUTE;

/** Until when the effect under way is left alone; nothing when no such effect is under way. */
export function evidenceDue(claim: Claim | undefined, effect: Claim['effect']): Instant | undefined {
  return claim && claim.effect === effect ? after(claim.at, EVIDENCE_WAIT) : undefined;
}
