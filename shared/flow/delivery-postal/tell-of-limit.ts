import type { Letter } from '#shared/domain/delivery-postal/letter';
import { type WritePorts, makeWriteChange } from '#shared/flow/delivery/write-change';
import type { Nudger } from '#shared/ports/nudger';

export interface TellOfLimitPorts extends WritePorts {
  readonly nudger: Nudger;
}

/**
 * Tells an authority, by the feed, that a letter waits beyond its limit: on the delivery of that letter, once. Whoever changes the
 * delivery at the same moment goes first; the next cut tells then.
 */
export function makeTellOfLimit(ports: TellOfLimitPorts) {
  const { deliveries, nudger } = ports;
  const writeChange = makeWriteChange(ports);

  return async function tellOfLimit({ deliveryId }: Letter): Promise<void> {
    const delivery = await deliveries.read(deliveryId);
    const isTold = delivery?.facts.some((fact) => fact.type === 'AUTHORITY_NOTIFIED' && fact.task === 'POSTAL_LIMIT');
    if (!delivery || isTold === true) return;
    const told = await writeChange(delivery, { facts: [{ type: 'AUTHORITY_NOTIFIED', task: 'POSTAL_LIMIT' }] });
    if (told.ok) await nudger.nudge('publish-events', deliveryId);
  };
}
