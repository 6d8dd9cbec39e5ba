import { treePath } from '#shared/domain/evidence/merkle';
import { type SealedDay, endLeaves } from '#shared/domain/evidence/root';
import { type FeedPage, headerOf, laneOf, leavesOf } from '#shared/domain/feed/page';
import { placeOf, subtreeRoot } from '#shared/domain/feed/peaks';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Proof } from '#shared/flow/evidence/evidence-bundle';
import { addDays } from '#shared/kernel/calendar';
import { type CalendarDate, helsinkiDay } from '#shared/kernel/time';
import type { FeedPages, Lane } from '#shared/ports/feed-pages';
import type { SealedDays } from '#shared/ports/sealed-days';
import type { Sealer } from '#shared/ports/sealer';

export interface ProvePorts {
  readonly feed: FeedPages;
  /** Feeds of one sender that are written side by side; never lowered. */
  readonly feedLanes: number;
  readonly days: SealedDays;
  readonly sealer: Pick<Sealer, 'fingerprint'>;
}

/** A page put late may come under the root of a later day than its own. */
const DAYS_LATE = 3;

/** Leads from the newest published fact of a delivery to the root of the day its page was sealed on. */
export function makeProveDelivery({ feed, feedLanes, days, sealer }: ProvePorts) {
  return async function proveDelivery(delivery: Delivery): Promise<Proof> {
    const page = await pageOf(delivery);
    if (!page) return { sealed: false, because: 'NOT_PUBLISHED' };
    const day = await dayOver(page);
    return day ? proof(delivery, page, day) : { sealed: false, because: 'NOT_SEALED' };
  };

  async function proof({ published }: Delivery, page: FeedPage, { signed, ends }: SealedDay): Promise<Proof> {
    const digest = sealer.fingerprint;
    const index = ends.findIndex((end) => isOver(page, end));
    const number = ends[index]?.number ?? page.number;
    const last = number === page.number ? page : await present(page, number);
    const place = last === page ? [] : placeOf(page.number, last.number - 1).siblings;
    const beside = await Promise.all(
      place.map(async ({ end, height }) => ({ height, page: await present(page, end) })),
    );
    return {
      sealed: true,
      seq: published,
      page: headerOf(digest, page),
      leaves: leavesOf(digest, page),
      siblings: beside.map((each) => subtreeRoot(digest, each.page, each.height)),
      sealedPage: last === page ? undefined : headerOf(digest, last),
      path: treePath(digest, endLeaves(digest, ends), index),
      root: signed,
    };
  }

  /** The page its newest published fact stands on. Where lanes have been added since, it may lie in another one. */
  async function pageOf({ tenantId, messageId, deliveryId, published, page }: Delivery): Promise<FeedPage | undefined> {
    if (page === undefined) return undefined;
    for (let lanes = feedLanes; lanes > 0; lanes -= 1) {
      const found = await feed.read({ tenantId, lane: laneOf(messageId, lanes) }, page);
      if (found?.events.some((each) => each.deliveryId === deliveryId && each.seq === published) === true) return found;
    }
    return undefined;
  }

  async function dayOver(page: FeedPage): Promise<SealedDay | undefined> {
    const from = helsinkiDay(page.at);
    const latest = (await days.latest())?.root.day;
    if (latest === undefined || latest < from) return undefined;
    const likely = Array.from({ length: DAYS_LATE + 1 }, (_, late) => addDays(from, late));
    return firstOver(page, [...likely.filter((day) => day < latest), latest]);
  }

  async function firstOver(page: FeedPage, candidates: readonly CalendarDate[]): Promise<SealedDay | undefined> {
    for (const candidate of candidates) {
      const day = await days.read(candidate);
      if (day?.ends.some((end) => isOver(page, end)) === true) return day;
    }
    return undefined;
  }

  async function present(lane: Lane, number: number): Promise<FeedPage> {
    const page = await feed.read({ tenantId: lane.tenantId, lane: lane.lane }, number);
    if (!page) throw new Error(`page ${number} of a lane that has later ones is missing`);
    return page;
  }
}

function isOver(page: FeedPage, { tenantId, lane, number }: Lane & { readonly number: number }): boolean {
  return tenantId === page.tenantId && lane === page.lane && number >= page.number;
}
