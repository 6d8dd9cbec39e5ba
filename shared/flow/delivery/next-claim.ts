import type { Claim } from '#shared/domain/message/claim';
import { EVIDENCE_WAIT } from '#shared/domain/service-of-document/evidence-wait';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type Clock, after } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';

export type ClaimRefusal =
  /** The answer of the last send was lost; evidence is awaited before another. */
  | { readonly kind: 'awaiting-evidence' }
  /** Sent twice without evidence: an operator looks at it. */
  | { readonly kind: 'sends-exhausted' };

/** Most sends of one e-mail, whatever happens to the answers. */
const MAX_SENDS = 2;

/**
 * The claim under which an e-mail is sent next. One that another worker may still be acting under is left alone until
 * evidence had its time.
 */
export function makeNextClaim({ ids, clock }: { readonly ids: Ids; readonly clock: Clock }) {
  return function nextClaim(claim: Claim | undefined): Result<Claim, ClaimRefusal> {
    const fresh = { attempt: ids.attempt(), at: clock() };
    if (!claim) return ok({ ...fresh, sends: 1 });
    if (ids.isAbandoned(claim.attempt)) return ok({ ...fresh, sends: claim.sends });
    if (clock() < after(claim.at, EVIDENCE_WAIT)) return refuse({ kind: 'awaiting-evidence' });
    return claim.sends >= MAX_SENDS ? refuse({ kind: 'sends-exhausted' }) : ok({ ...fresh, sends: claim.sends + 1 });
  };
}
