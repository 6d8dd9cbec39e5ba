import type { Delivery } from '#shared/domain/message/delivery';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { nextStep } from '#shared/domain/service-of-document/timers';
import { type ChangePorts, makeChangeDelivery } from '#shared/flow/delivery/change-delivery';
import { ok, type Refusal, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';
import type { Nudger } from '#shared/ports/nudger';

export interface AppendPorts extends ChangePorts {
  readonly deliveries: DeliveryLog;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly clock: Clock;
}

type Awaitable<T> = T | Promise<T>;

/** Writers racing for the same delivery: opening, tracking, delivering. */
const TRIES = 8;

/**
 * Appends one fact to a delivery that others may be writing to at the same time.
 *
 * `decide` looks at the delivery as it is then: it gives the fact to append, nothing when it stands there already, or a
 * refusal. After a lost race the delivery is read and asked about again.
 */
export function makeAppendFact(ports: AppendPorts) {
  const { deliveries, ids, nudger, clock } = ports;
  const changeDelivery = makeChangeDelivery(ports);

  return async function appendFact<R extends Refusal>(
    found: Delivery,
    decide: (delivery: Delivery) => Awaitable<Result<NewFact | undefined, R>>,
  ): Promise<Result<Delivery, R>> {
    let delivery: Delivery | undefined = found;
    for (let tries = 0; delivery && tries < TRIES; tries += 1) {
      const fact = await decide(delivery);
      if (!fact.ok) return fact;
      if (!fact.value) return ok(delivery);
      const written = await deliveries.append(
        delivery,
        changeDelivery(delivery, { facts: [fact.value], attempt: ids.attempt(), at: clock() }),
      );
      if (written.ok) {
        const next = nextStep(written.value, clock());
        await nudger.nudge(next === 'settle-service' ? next : 'publish-events', delivery.deliveryId);
        return written;
      }
      delivery = await deliveries.read(delivery.deliveryId);
    }
    throw new Error('a delivery changes too often to be written to');
  };
}
