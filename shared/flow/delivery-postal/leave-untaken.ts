import { foldFacts } from '#shared/domain/message/delivery-state';
import { deliveryIdOfLetter } from '#shared/domain/message/ids';
import { type AppendPorts, makeAppendFact } from '#shared/flow/delivery/append-fact';
import { leftToPerson } from '#shared/flow/delivery-postal/order-print';
import { ok } from '#shared/kernel/result';
import type { UntakenLetter } from '#shared/ports/hand-over';

/**
 * A letter that its provider will not take becomes the authority's task, the same day. Once only: where the delivery has
 * been decided anew since its hand-over, by this or otherwise, nothing is written.
 *
 * @see domain.md 3.5 (MANUAL)
 */
export function makeLeaveUntaken(ports: AppendPorts) {
  const { deliveries, clock } = ports;
  const appendFact = makeAppendFact(ports);

  return async function leaveUntaken({ letterId, reason }: UntakenLetter): Promise<void> {
    const found = await deliveries.read(deliveryIdOfLetter(letterId));
    if (!found) throw new Error('a letter without its delivery');
    await appendFact(found, (delivery) =>
      ok(foldFacts(delivery.facts).letterId === letterId ? leftToPerson(delivery, { reason }, clock()) : undefined),
    );
  };
}
