import { type FeedPage, PAGE_SIZE, laneOf, nextPage, publishedBy, unpublishedEvents } from '#shared/domain/feed/page';
import type { Delivery } from '#shared/domain/message/delivery';
import type { DeliveryId } from '#shared/domain/message/ids';
import type { Clock } from '#shared/kernel/time';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { FeedPages, Lane } from '#shared/ports/feed-pages';
import type { Sealer } from '#shared/ports/sealer';

export interface PublishPorts {
  readonly deliveries: DeliveryLog;
  readonly feed: FeedPages;
  readonly sealer: Pick<Sealer, 'fingerprint'>;
  readonly clock: Clock;
  /** Feeds of one sender that are written side by side; never lowered. */
  readonly feedLanes: number;
}

/** Another publisher may win the page a few times; then the queue brings the work back. */
const TRIES = 20;

/**
 * Publishes what the facts of these deliveries have to tell, as the next page of their senders' feeds.
 *
 * In this order, so that nothing is lost or told twice: read the last page; mark its facts published on their deliveries;
 * only then read what is unpublished; put the next page if its number is free; on failure start over.
 *
 * @see architecture, section 2 (feed)
 */
export function makePublishEvents({ deliveries, feed, sealer, clock, feedLanes }: PublishPorts) {
  /** Pages this process has marked itself, so that they need not be looked at again: lane name to page number. */
  const marked = new Map<string, number>();

  return async function publishEvents(ids: readonly DeliveryId[]): Promise<void> {
    const present = (await Promise.all([...new Set(ids)].map((id) => deliveries.read(id)))).filter(
      (each) => each !== undefined,
    );
    const groups = byLane(present);
    await Promise.all([...groups.values()].map(({ lane, members }) => publishLane(lane, members)));
  };

  async function publishLane(lane: Lane, members: readonly DeliveryId[]): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const last = await feed.last(lane);
      if (last && marked.get(nameOf(lane)) !== last.number) await mark(lane, last);
      const current = (await Promise.all(members.map((id) => deliveries.read(id)))).filter(
        (each) => each !== undefined,
      );
      const events = unpublishedEvents(current);
      if (events.length === 0) return;
      const put = await feed.put(nextPage(sealer.fingerprint, last, { ...lane, at: clock(), events }));
      if (put.ok) await mark(lane, put.value, current);
      if (put.ok && events.length < PAGE_SIZE) return;
    }
    throw new Error('other publishers took every page');
  }

  /** Notes on every delivery of a page how far it is published. `known`: the deliveries as just read, where they are. */
  async function mark(lane: Lane, page: FeedPage, known: readonly Delivery[] = []): Promise<void> {
    const inHand = new Map(known.map((delivery) => [delivery.deliveryId, delivery]));
    await Promise.all(
      [...publishedBy(page)].map(async ([id, count]) => {
        const delivery = inHand.get(id) ?? (await deliveries.read(id));
        if (delivery && delivery.published < count) await deliveries.markPublished(delivery, count, page.number);
      }),
    );
    marked.set(nameOf(lane), page.number);
  }

  function byLane(all: readonly Delivery[]) {
    const groups = new Map<string, { lane: Lane; members: DeliveryId[] }>();
    for (const { deliveryId, messageId, tenantId } of all) {
      const lane = { tenantId, lane: laneOf(messageId, feedLanes) };
      const group = groups.get(nameOf(lane)) ?? { lane, members: [] };
      group.members.push(deliveryId);
      groups.set(nameOf(lane), group);
    }
    return groups;
  }
}

function nameOf({ tenantId, lane }: Lane): string {
  return `${tenantId}#${lane}`;
}
