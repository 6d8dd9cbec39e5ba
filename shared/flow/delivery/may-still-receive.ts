import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type StandsPorts, makePowerStands } from '#shared/flow/mandate/power-stands';
import { findIdentity, openAddressee } from '#shared/flow/delivery/read-content';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

export interface StillPorts extends StandsPorts {
  readonly messages: MessageLog;
  readonly sealer: Sealer;
}

/**
 * Whether what came to an agent in the principal's place may still be opened: by the mandate it was sent under, asked live. What
 * was opened while that held stays readable, and so does what only told of a service.
 *
 * @see domain.md 3.6 (an agent's opening counts if the mandate was valid at that instant); REQ-121
 */
export function makeMayStillReceive({ messages, sealer, ...ports }: StillPorts) {
  const powerStands = makePowerStands(ports);

  return async function mayStillReceive(delivery: Delivery): Promise<boolean> {
    const { mandateId, informs } = delivery.addressee ?? {};
    if (mandateId === undefined || informs === true || foldFacts(delivery.facts).opened) return true;
    const [message, to] = await Promise.all([messages.read(delivery.messageId), openAddressee(sealer, delivery)]);
    return powerStands(to, message && (await findIdentity(sealer, message))?.id);
  };
}
