import type { Delivery } from '#shared/domain/message/delivery';
import type { Change } from '#shared/domain/service-of-document/delivery-change';
import { type ChangePorts, makeChangeDelivery } from '#shared/flow/delivery/change-delivery';
import type { Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { DeliveryLog, VersionConflict } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';

export interface WritePorts extends ChangePorts {
  readonly deliveries: DeliveryLog;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** One conditional write to a delivery as it was read: facts appended now, under a token of its own. */
export function makeWriteChange(ports: WritePorts) {
  const { deliveries, ids, clock } = ports;
  const changeDelivery = makeChangeDelivery(ports);

  return async function writeChange(
    before: Delivery,
    change: Omit<Change, 'attempt' | 'at'>,
  ): Promise<Result<Delivery, VersionConflict>> {
    return deliveries.append(before, changeDelivery(before, { ...change, attempt: ids.attempt(), at: clock() }));
  };
}
