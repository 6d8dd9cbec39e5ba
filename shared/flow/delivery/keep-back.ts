import { isOpen } from '#shared/domain/channel/outage';
import type { Decision } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { DeliveryId } from '#shared/domain/message/ids';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import type { Clock } from '#shared/kernel/time';
import type { Outages } from '#shared/ports/outages';

interface KeepBackPorts {
  readonly outages: Outages;
  readonly clock: Clock;
}

/** The outage that keeps a delivery back, by the decision in force. */
export function heldBy({ facts }: Pick<Delivery, 'facts'>): string | undefined {
  const { decision } = foldFacts(facts);
  return decision && outageHeldFor(decision);
}

/** The facts that write a decision down. */
export function factsOfDecision(decision: Decision): readonly NewFact[] {
  const outageId = outageHeldFor(decision);
  const held: readonly NewFact[] = outageId === undefined ? [] : [{ type: 'HOLD_STARTED', outageId }];
  return [...held, { type: 'DECIDED', decision }];
}

/**
 * Ties a delivery that waits to the outage it waits for, on both sides of the write: before it, so that whoever ends the
 * outage finds it; after it, since the outage may have ended in between.
 */
export function makeKeepBack({ outages, clock }: KeepBackPorts) {
  /** Before the decision is written. */
  async function enter(decision: Decision, delivery: DeliveryId): Promise<void> {
    const outageId = outageHeldFor(decision);
    if (outageId !== undefined) await outages.hold(outageId, delivery);
  }

  /** After it: whether what the delivery waits for is over, so that it can be released at once. */
  async function isOver(delivery: Delivery): Promise<boolean> {
    const outageId = heldBy(delivery);
    if (outageId === undefined) return false;
    const outage = await outages.read(outageId);
    return !outage || outage.prolonged || !isOpen(outage, clock());
  }

  return { enter, isOver };
}

function outageHeldFor({ channel, facts }: Decision): string | undefined {
  return channel === 'HOLD' ? facts.outageId : undefined;
}
