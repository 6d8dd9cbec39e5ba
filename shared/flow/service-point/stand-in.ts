import { formOfId } from '#shared/domain/message/identity-code';
import type { Power } from '#shared/domain/message/power';
import { isOneself } from '#shared/flow/service-point/desk';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { Official } from '#shared/ports/officials';
import { type PowerRegister, PowersUnknown } from '#shared/ports/powers';
import type { BusinessRegister, PopulationRegister } from '#shared/ports/registers';

export interface StandInPorts {
  readonly powers: Pick<PowerRegister, 'between' | 'holdersFor'>;
  readonly people: PopulationRegister;
  readonly businesses: BusinessRegister;
}

/** Whom a visitor stands in for, and by which power, as the registers say now. */
export interface StandIn {
  readonly principal: { readonly id: string; readonly name: string };
  readonly power: Power;
  /** Turvakielto of the principal. */
  readonly isProtected: boolean;
}

export interface StandInRefused {
  readonly kind:
    /** No power in force now, or nobody by that code. */
    | 'mandate-missing'
    /** A mandate: its holder deals with the mail, and with none of the principal's choices. */
    | 'act-not-covered'
    /** A register that has to be asked does not answer. */
    | 'powers-unknown'
    /** The official is the principal, or acts for the principal too. */
    | 'own-matter';
}

/**
 * Finds by which power of the base registers a visitor stands in for another: as guardian of a child, or as who represents an
 * organisation. Asked live at every look; nothing of it is kept.
 *
 * @param visitorId personal identity code
 * @param principalId identity code or business id
 * @see 571/2016 § 5, 9 and 10; 434/2003 § 14, 28; REQ-024, REQ-121
 */
export function makeFindStandIn({ powers, people, businesses }: StandInPorts) {
  return async function findStandIn(
    official: Official,
    visitorId: string,
    principalId: string,
  ): Promise<Result<StandIn, StandInRefused>> {
    try {
      return await asked(official, visitorId, principalId);
    } catch (fault) {
      if (fault instanceof PowersUnknown) return refuse({ kind: 'powers-unknown' });
      throw fault;
    }
  };

  async function asked(
    official: Official,
    visitorId: string,
    principalId: string,
  ): Promise<Result<StandIn, StandInRefused>> {
    const held = await powers.between(visitorId, principalId);
    const power = held.find(({ role }) => role !== 'AGENT');
    if (!power) return refuse({ kind: held.length > 0 ? 'act-not-covered' : 'mandate-missing' });
    const principal = { id: principalId, ...(await rowOf(principalId)) };
    const parties = [principal, ...(await powers.holdersFor(principalId))];
    if (parties.some((each) => isOneself(official, each))) return refuse({ kind: 'own-matter' });
    const { isProtected, ...shown } = principal;
    return ok({ principal: shown, power, isProtected });
  }

  async function rowOf(id: string): Promise<{ readonly name: string; readonly isProtected: boolean }> {
    if (formOfId(id) === 'BUSINESS') return { name: (await businesses.find(id))?.name ?? '', isProtected: false };
    const person = await people.find(id);
    return { name: person?.name ?? '', isProtected: person?.protectionOrder === true };
  }
}
