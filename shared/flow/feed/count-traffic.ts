import type { FeedPage } from '#shared/domain/feed/page';
import type { TenantId } from '#shared/domain/message/ids';
import { foldPage } from '#shared/domain/traffic/fold-page';
import type { FeedPages } from '#shared/ports/feed-pages';
import type { Tenants } from '#shared/ports/tenants';
import type { Book, TrafficCounts } from '#shared/ports/traffic-counts';

export interface CountPorts {
  readonly feed: Pick<FeedPages, 'read'>;
  /** Feeds of one sender that are written side by side; never lowered. */
  readonly feedLanes: number;
  readonly traffic: TrafficCounts;
  readonly tenants: Pick<Tenants, 'authorities'>;
}

/** How far a count has come. */
export interface Counting {
  /** Pages read that were not counted before. */
  readonly pages: number;
  /** False: it stopped at the number of pages it was given, and goes on from there when it is asked again. */
  readonly isDone: boolean;
}

/**
 * Counts the traffic from the senders' feeds, each page once: what the page adds is written first, each thing on condition
 * that the page was not added to it before, and then how far the lane is counted. Killed anywhere, or run by two at a time,
 * it gives the same numbers. Only new pages are read.
 *
 * @see REQ-173, and the decision on what the traffic is counted from (docs/adr)
 */
export function makeCountTraffic({ feed, feedLanes, traffic, tenants }: CountPorts) {
  /** What is new of one authority. @param most pages at most */
  async function countTenant(tenantId: TenantId, most = Infinity): Promise<Counting> {
    return countInto({ tenantId, book: await traffic.inForce(tenantId) }, most);
  }

  /** What is new of all. @returns how many pages were new */
  async function countAll(): Promise<number> {
    let pages = 0;
    for (const tenantId of await tenants.authorities()) pages += (await countTenant(tenantId)).pages;
    return pages;
  }

  /**
   * Counts one authority from the beginning into a new book, and puts it in force once it is up with the feed. Asked again, it
   * goes on where it stopped; what one that died had left to remove is removed first.
   */
  async function recount(tenantId: TenantId, most = Infinity): Promise<Counting> {
    const old = { tenantId, book: await traffic.inForce(tenantId) };
    const fresh = { tenantId, book: old.book + 1 };
    await traffic.remove({ tenantId, book: old.book - 1 });
    const counting = await countInto(fresh, most);
    if (!counting.isDone) return counting;
    await traffic.putInForce(fresh);
    await traffic.remove(old);
    return counting;
  }

  async function countInto(book: Book, most: number): Promise<Counting> {
    const { tenantId } = book;
    let pages = 0;
    for (const first of await firstNewPages(book)) {
      for (
        let page: FeedPage | undefined = first;
        page;
        page = await feed.read({ tenantId, lane: first.lane }, page.number + 1)
      ) {
        if (pages >= most) return { pages, isDone: false };
        await countPage(book, page);
        pages += 1;
      }
    }
    return { pages, isDone: true };
  }

  /** Asked for at once, so that lanes without anything new cost two calls together. */
  async function firstNewPages(book: Book): Promise<FeedPage[]> {
    const lanes = Array.from({ length: feedLanes }, (_, lane) => ({ ...book, lane }));
    const found = await Promise.all(lanes.map(async (lane) => feed.read(lane, 1 + (await traffic.countedTo(lane)))));
    return found.filter((page) => page !== undefined);
  }

  async function countPage(book: Book, { lane, number, events }: FeedPage): Promise<void> {
    const page = { ...book, lane, page: number };
    const { months, statutes, papers, days } = foldPage(events);
    await Promise.all([
      ...months.map(async (delta) => traffic.addMonth(page, delta)),
      ...statutes.map(async (delta) => traffic.addHits(page, delta)),
      ...days.map(async (delta) => traffic.addDay(page, delta)),
      ...papers.map(async (delta) => traffic.addPaper(page, delta)),
    ]);
    await traffic.noteCounted(page);
  }

  return { countTenant, countAll, recount };
}
