import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { isInForce } from '#shared/domain/message/power';
import { findIdentity, openAddressee } from '#shared/flow/read-content';
import type { Clock } from '#shared/kernel/time';
import type { MessageLog } from '#shared/ports/message-log';
import type { PowerRegister } from '#shared/ports/powers';
import type { Sealer } from '#shared/ports/sealer';

export interface StillPorts {
  readonly messages: MessageLog;
  readonly powers: Pick<PowerRegister, 'between'>;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/**
 * Whether what came to an agent in the principal's place may still be opened: by the mandate it was sent under, asked live. What
 * was opened while that held stays readable, and so does what only told of a service.
 *
 * @see domain.md 3.6 (an agent's opening counts if the mandate was valid at that instant); REQ-121
 */
export function makeMayStillReceive({ messages, powers, sealer, clock }: StillPorts) {
  return async function mayStillReceive(delivery: Delivery): Promise<boolean> {
    const { mandateId, informs } = delivery.addressee ?? {};
    if (mandateId === undefined || informs === true || foldFacts(delivery.facts).opened) return true;
    const [message, to] = await Promise.all([messages.read(delivery.messageId), openAddressee(sealer, delivery)]);
    const principal = message && (await findIdentity(sealer, message))?.id;
    if (principal === undefined || !to?.party) return false;
    const held = await powers.between(to.party.id, principal);
    return held.some((power) => power.mandateId === mandateId && isInForce(power, clock()));
  };
}
