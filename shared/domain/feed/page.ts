import * as z from 'zod/mini';
import { countedAs, countingOf } from '#shared/domain/feed/counted-as';
import type { Delivery } from '#shared/domain/message/delivery';
import { deliveryFact } from '#shared/domain/message/facts';
import { deliveryId, externalId, messageId, serviceId, tenantId } from '#shared/domain/message/ids';
import { peaksWith } from '#shared/domain/feed/peaks';
import { type Digest, GENESIS, digestOf } from '#shared/kernel/digest';
import { instant, later } from '#shared/kernel/time';

/** One fact as the sender learns it. */
export const feedEvent = z.object({
  deliveryId,
  messageId,
  serviceId,
  externalId: z.optional(externalId),
  /** Place of the fact in its delivery, from 1; with the delivery id it names the event for ever. */
  seq: z.int(),
  ...countedAs.shape,
  fact: deliveryFact,
});
export type FeedEvent = z.infer<typeof feedEvent>;

/** Most events on one page. */
export const PAGE_SIZE = 500;

/**
 * What the hash of a page is over. It holds no fact, so that a page can be shown to prove one event without showing the
 * others.
 */
export const pageHeader = z.strictObject({
  tenantId,
  lane: z.int(),
  number: z.int(),
  at: instant,
  previousHash: z.string(),
  /** Roots of the trees over all pages before this one (peaks.ts). */
  peaks: z.array(z.string()),
  /** Hash of the leaves of its events. */
  leavesHash: z.string(),
});
export type PageHeader = z.infer<typeof pageHeader>;

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
  peaks: z.array(z.string()),
  hash: z.string(),
  events: z.array(feedEvent),
});
export type FeedPage = z.infer<typeof feedPage>;

/** An event as its page vouches for it: where it stands and the hash of its fact, which covers every fact before it. */
export interface LeafOf {
  readonly deliveryId: string;
  readonly seq: number;
  readonly hash?: string;
}

export function leafOf(digest: Digest, { deliveryId: id, seq, hash }: LeafOf): string {
  return digestOf(digest, 'leaf', { deliveryId: id, seq, hash });
}

/** Leaves of a page, one for each of its events, in their order. */
export function leavesOf(digest: Digest, { events }: Pick<FeedPage, 'events'>): string[] {
  return events.map(({ deliveryId: id, seq, fact }) => leafOf(digest, { deliveryId: id, seq, hash: fact.hash }));
}

export function headerOf(digest: Digest, page: Omit<FeedPage, 'hash'>): PageHeader {
  const { tenantId: tenant, lane, number, at, previousHash, peaks } = page;
  const leavesHash = hashOfLeaves(digest, leavesOf(digest, page));
  return { tenantId: tenant, lane, number, at, previousHash, peaks, leavesHash };
}

export function hashOfLeaves(digest: Digest, leaves: readonly string[]): string {
  return digestOf(digest, 'leaves', leaves);
}

export function hashOfPage(digest: Digest, header: PageHeader): string {
  return digestOf(digest, 'page', header);
}

/** What stands unpublished on these deliveries, in the order of their facts, at most a page of it. */
export function unpublishedEvents(deliveries: readonly Delivery[]): FeedEvent[] {
  return deliveries.flatMap(eventsOf).slice(0, PAGE_SIZE);
}

/** The page after `last`. */
export function nextPage(
  digest: Digest,
  last: FeedPage | undefined,
  { tenantId: tenant, lane, at, events }: Pick<FeedPage, 'tenantId' | 'lane' | 'at' | 'events'>,
): FeedPage {
  const page = {
    tenantId: tenant,
    lane,
    number: (last?.number ?? 0) + 1,
    at: last ? later(last.at, at) : at,
    previousHash: last?.hash ?? GENESIS,
    peaks: last ? peaksWith(digest, last) : [],
    events,
  };
  return { ...page, hash: hashOfPage(digest, headerOf(digest, page)) };
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
  const countedAt = countingOf(delivery);
  return facts.slice(published).map((fact, i) => ({
    deliveryId: delivery.deliveryId,
    messageId: delivery.messageId,
    serviceId: delivery.serviceId,
    externalId: delivery.externalId,
    seq: published + i + 1,
    ...countedAt(published + i),
    fact,
  }));
}
