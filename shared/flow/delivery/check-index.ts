import { duesOf, wakeFor } from '#shared/domain/service-of-document/timers';
import type { Clock } from '#shared/kernel/time';
import type { Inventories, Inventory } from '#shared/ports/work-index';

/**
 * Compares what there is with the wake index, once a day: a message nobody has routed and a delivery that owes work must
 * have an entry. One that has none is entered.
 *
 * @returns how many were entered; anything but 0 is a defect somewhere
 */
export function makeCheckIndex({ inventories, clock }: { readonly inventories: Inventories; readonly clock: Clock }) {
  return async function checkIndex(): Promise<number> {
    let entered = 0;
    for await (const inventory of inventories.all()) entered += await check(inventory);
    return entered;
  };

  async function check(inventory: Inventory): Promise<number> {
    const unrouted = inventory.message && !inventory.message.wakeAt && inventory.deliveries.length === 0;
    if (unrouted) return (await inventories.enter(inventory, clock())) ? 1 : 0;
    let entered = 0;
    for (const delivery of inventory.deliveries) {
      const wakeAt = wakeFor(duesOf(delivery), undefined);
      if (wakeAt && !delivery.wakeAt && (await inventories.enter(delivery, wakeAt))) entered += 1;
    }
    return entered;
  }
}
