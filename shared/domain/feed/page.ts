import * as z from 'zod/mini';
import type { Delivery } from '#shared/domain/message/delivery';
import { deliveryFact } from '#shared/domain/message/facts';
import { deliveryId, externalId, messageId, serviceId, tenantId } from '#shared/domain/message/ids';
import { type Instant, instant, later } from '#shared/kernel/time';

/** One fact as the sender learns it. */
export const feedEvent = z.object({
  deliveryId,
  messageId,
  serviceId,
  externalId: z.optional(externalId),
  /** Place of the fact in its delivery, from 1; with the delivery id it names the event for ever. */
  seq: z.int(),
  fact: deliveryFact,
});
export type FeedEvent = z.infer<typeof feedEvent>;

/** Most events on one page. */
export const PAGE_SIZE = 500;

/**
 * A page of a sender's feed: dense, numbered from 1, put once and never changed, with the hash of the page before. A
 * timestamp cursor would lose what commits late; a page number can not.
 */
export const feedPage = z.object({
  tenantId,
  lane: z.int(),
  number: z.int(),
  at: instant,
  previousHash: z.string(),
  hash: z.string(),
  events: z.array(feedEvent),
});
export type FeedPage = z.infer<typeof feedPage>;

/** Hash before the first page of a lane. */
export const GENESIS = '0'.repeat(64);

/** What stands unpublished on these deliveries, in the order of their facts, at most a page of it. */
export function unpublishedEvents(deliveries: readonly Delivery[]): FeedEvent[] {
  return deliveries.flatMap(eventsOf).slice(0, PAGE_SIZE);
}

/** The page after `last`, still without its own hash. */
export function nextPage(
  last: FeedPage | undefined,
  lane: Pick<FeedPage, 'tenantId' | 'lane'>,
  draft: { at: Instant; events: FeedEvent[] },
): Omit<FeedPage, 'hash'> {
  return {
    tenantId: lane.tenantId,
    lane: lane.lane,
    number: (last?.number ?? 0) + 1,
    at: last ? later(last.at, draft.at) : draft.at,
    previousHash: last?.hash ?? GENESIS,
    events: draft.events,
  };
}

/** How far each delivery of a page is published with it: delivery id to number of facts. */
export function publishedBy({ events }: Pick<FeedPage, 'events'>): ReadonlyMap<FeedEvent['deliveryId'], number> {
  const upTo = new Map<FeedEvent['deliveryId'], number>();
  for (const { deliveryId: id, seq } of events) upTo.set(id, Math.max(upTo.get(id) ?? 0, seq));
  return upTo;
}

/** The lane a message's events go to: ids are evenly spread, so lanes are. */
export function laneOf(message: Delivery['messageId'], lanes: number): number {
  return message % lanes;
}

function eventsOf(delivery: Delivery): FeedEvent[] {
  const { published, facts } = delivery;
  return facts.slice(published).map((fact, i) => ({
    deliveryId: delivery.deliveryId,
    messageId: delivery.messageId,
    serviceId: delivery.serviceId,
    externalId: delivery.externalId,
    seq: published + i + 1,
    fact,
  }));
}
