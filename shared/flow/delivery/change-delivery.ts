import { type OfMessage, chained, originHash, originOf } from '#shared/domain/evidence/fact-chain';
import type { Delivery } from '#shared/domain/message/delivery';
import { type Change, changed } from '#shared/domain/service-of-document/delivery-change';
import type { Sealer } from '#shared/ports/sealer';

/** Everybody who appends a fact does it by this. */
export interface ChangePorts {
  readonly sealer: Pick<Sealer, 'fingerprint'>;
}

/**
 * The delivery after one write, each new fact linked to the one before it; the chain is stored by the same conditional write.
 *
 * @see reliability I10 (one event per change, chain written with it)
 */
export function makeChangeDelivery({ sealer }: ChangePorts) {
  /** @param ofMessage what the first write binds the chain to */
  return function changeDelivery(before: Delivery, change: Change, ofMessage: OfMessage = {}): Delivery {
    const after = changed(before, change);
    const start = originHash(sealer.fingerprint, originOf(before, ofMessage));
    return { ...after, facts: chained(sealer.fingerprint, start, after.facts) };
  };
}
