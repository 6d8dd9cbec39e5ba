import { type Mandate, stateOf } from '#shared/domain/mandate/mandate';
import { type MandateView, openParties } from '#shared/flow/mandate/mandate-parties';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { Clock } from '#shared/kernel/time';
import type { Mandates } from '#shared/ports/mandates';
import type { PowerRegister, Principals } from '#shared/ports/powers';
import type { Sealer } from '#shared/ports/sealer';

export interface ListMandatesPorts {
  readonly mandates: Mandates;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly powers: Pick<PowerRegister, 'principalsOf'>;
}

export interface OwnMandates {
  readonly given: readonly MandateView[];
  readonly held: readonly MandateView[];
  /** Held, and waiting for an answer. */
  readonly offered: readonly MandateView[];
  /** Whom one may act for now, by these and by what the base registers say. */
  readonly actsFor: Principals;
}

/** The mandates somebody is a party to, ended ones too: what was in force when is theirs to see. */
export function makeListMandates({ mandates, sealer, clock, powers }: ListMandatesPorts) {
  const opened = async (mandate: Mandate) => ({ mandate, parties: await openParties(sealer, mandate) });

  return async function listMandates({ recipientId, owner }: Acting): Promise<OwnMandates> {
    const actsFor = await powers.principalsOf(owner.id);
    if (recipientId === undefined) return { given: [], held: [], offered: [], actsFor };
    const [given, held] = await Promise.all([mandates.givenBy(recipientId), mandates.heldBy(recipientId)]);
    const isOffer = (each: Mandate) => stateOf(each, clock()) === 'OFFERED';
    return {
      given: await Promise.all(given.map(opened)),
      held: await Promise.all(held.filter((each) => !isOffer(each)).map(opened)),
      offered: await Promise.all(held.filter(isOffer).map(opened)),
      actsFor,
    };
  };
}
