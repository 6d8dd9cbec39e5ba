import type { OpenAddressee } from '#shared/domain/message/addressee';
import { isInForce } from '#shared/domain/message/power';
import type { Clock } from '#shared/kernel/time';
import type { PowerRegister } from '#shared/ports/powers';

export interface StandsPorts {
  readonly powers: Pick<PowerRegister, 'between'>;
  readonly clock: Clock;
}

/**
 * Whether the power that service on an agent rests on is in force now, asked live. Who receives by no mandate, or is only told
 * of a service, needs none.
 *
 * @param principal code or business id of the recipient the sender named
 * @see domain.md 3.3 (R5); 434/2003 § 56 (an agent who is authorised when served); REQ-121
 */
export function makePowerStands({ powers, clock }: StandsPorts) {
  return async function powerStands(to: OpenAddressee | undefined, principal: string | undefined): Promise<boolean> {
    const { mandateId, informs, party } = to ?? {};
    if (mandateId === undefined || informs === true) return true;
    if (!party || principal === undefined) return false;
    const held = await powers.between(party.id, principal);
    return held.some((power) => power.mandateId === mandateId && isInForce(power, clock()));
  };
}
