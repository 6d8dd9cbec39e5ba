import { type Outage, hasEnded } from '#shared/domain/channel/outage';
import { outageTask } from '#shared/flow/delivery/release-hold';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Nudger } from '#shared/ports/nudger';
import type { Outages } from '#shared/ports/outages';

export interface OutagePorts {
  readonly outages: Outages;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly clock: Clock;
}

export type Declaration = Pick<Outage, 'outageId' | 'scope' | 'startedAt' | 'endedAt' | 'prolonged'>;

export interface Declared {
  readonly outage: Outage;
  readonly isNew: boolean;
}

/**
 * Declares an outage, ends it or says that it will last: decisions see it from the answer on, and what it keeps back is
 * looked at at once.
 *
 * @see domain.md 3.4 (C9); 306/2019 § 4; REQ-171
 */
export function makeDeclareOutage({ outages, ids, nudger, clock }: OutagePorts) {
  return async function declareOutage(declaration: Declaration): Promise<Declared> {
    const outage = { ...declaration, attempt: ids.attempt(), wakeAt: clock() };
    const isNew = await outages.put(outage);
    await (hasEnded(outage, clock()) ? outages.unlist(outage.outageId) : outages.list(outage.outageId));
    await nudger.nudge('release-hold', outageTask(outage.outageId));
    return { outage, isNew };
  };
}
