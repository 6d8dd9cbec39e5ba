import { type Mandate, type MandateParties, mandateParties } from '#shared/domain/mandate/mandate';
import type { Sealer } from '#shared/ports/sealer';

/** A mandate as its parties see it. */
export interface MandateView {
  readonly mandate: Mandate;
  readonly parties: MandateParties;
}

/** What the seal of the parties to a mandate is bound to. */
export function partiesContext({ mandateId }: Pick<Mandate, 'mandateId'>): string {
  return `mandate/${mandateId}`;
}

export async function sealParties(
  sealer: Sealer,
  mandate: Pick<Mandate, 'mandateId'>,
  parties: MandateParties,
): Promise<string> {
  const text = JSON.stringify(parties);
  return sealer.sealText({ key: 'recipients', context: partiesContext(mandate), text });
}

/** Opens who a mandate is between; it stays in memory. */
export async function openParties(sealer: Sealer, mandate: Mandate): Promise<MandateParties> {
  return mandateParties.parse(JSON.parse(await sealer.openText(partiesContext(mandate), mandate.sealed)));
}
