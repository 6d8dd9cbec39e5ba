import type { RecipientId } from '#shared/domain/message/ids';
import { type EndLogPorts, makeEndAccessLog } from '#shared/flow/own-data/end-access-log';
import { type FinishErasurePorts, makeFinishErasure } from '#shared/flow/own-data/finish-erasure';

export type TendPorts = FinishErasurePorts & EndLogPorts;

/** Works off what is owed on what the hub holds on one person: an erasure that was cut short, years of the log that end. */
export function makeTendOwnData(ports: TendPorts) {
  const finishErasure = makeFinishErasure(ports);
  const endAccessLog = makeEndAccessLog(ports);

  return async function tendOwnData(id: RecipientId): Promise<void> {
    await finishErasure(id);
    await endAccessLog(id);
  };
}
