import type { Batch } from '#shared/domain/delivery-postal/batch';
import { isLimiting, placesOf } from '#shared/domain/delivery-postal/postal-limit';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { PostalGates } from '#shared/ports/postal-gate';
import type { ReadSettings } from '#shared/ports/settings';

export interface MayGoOnPorts {
  readonly postalGates: Pick<PostalGates, 'read' | 'takePlaces' | 'limitOf' | 'limitDay'>;
  readonly settings: ReadSettings;
  readonly clock: Clock;
}

/**
 * Whether a batch goes on: the gate is open, and it has its places of the day. One whose letters are taken needs no places any
 * more. Those of its authority come first: where the provider has none left, nobody else misses them.
 */
export function makeMayGoOn({ postalGates, settings, clock }: MayGoOnPorts) {
  return async function mayGoOn(batch: Batch): Promise<boolean> {
    if (!(await postalGates.read()).open) return false;
    if (batch.state !== 'PLANNED') return true;
    if (!(await isWithinLimit(batch))) return false;
    const { postalCapacity: places } = settings();
    return places === undefined || postalGates.takePlaces(batch, { day: helsinkiDay(clock()), places });
  };

  async function isWithinLimit(batch: Batch): Promise<boolean> {
    const { tenantId } = batch;
    const limit = tenantId && (await postalGates.limitOf(tenantId));
    if (!limit || !isLimiting(limit)) return true;
    const day = helsinkiDay(clock());
    const places = placesOf(limit, await postalGates.limitDay({ day, tenantId }));
    return postalGates.takePlaces(batch, { day, places, tenantId });
  }
}
