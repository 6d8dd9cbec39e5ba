import type { DecisionFacts } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type RegisterPorts, lookUp } from '#shared/flow/delivery/look-up';
import { readOpened } from '#shared/flow/delivery/read-content';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

export interface ProtectedPorts extends RegisterPorts {
  readonly messages: MessageLog;
  readonly sealer: Sealer;
}

/**
 * Whether a protection order has come since the decision on a delivery: the address that it rests on must not be printed.
 *
 * @see domain.md 3.5 (A3); 661/2009 § 36–37
 */
export function makeProtectedSince(ports: ProtectedPorts) {
  return async function protectedSince(delivery: Delivery): Promise<boolean> {
    const { decision } = foldFacts(delivery.facts);
    if (!decision || !mayBecomeProtected(decision.facts)) return false;
    const { content } = await readOpened(ports, delivery);
    const { person } = await lookUp(ports, content);
    return person?.protectionOrder === true;
  };
}

/** Organisations have no protection order, and who was under one when it was decided has a safe address already. */
function mayBecomeProtected({ protectionOrder, recipientKind = 'PERSON' }: DecisionFacts): boolean {
  return protectionOrder !== true && (recipientKind === 'PERSON' || recipientKind === 'SOLE_TRADER');
}
