import type { FeedEvent, FeedPage } from '#shared/domain/feed/page';
import {
  type Position,
  type Positions,
  START,
  type TokenRefused,
  formatPositions,
  parsePositions,
} from '#shared/domain/feed/positions';
import type { TenantId } from '#shared/domain/message/ids';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Instant } from '#shared/kernel/time';
import type { FeedPages, Lane } from '#shared/ports/feed-pages';
import type { Sealer } from '#shared/ports/sealer';

export interface FeedPorts {
  readonly feed: FeedPages;
  readonly sealer: Sealer;
  readonly feedLanes: number;
}

/** One way of looking at a feed: what of it is told, and from when. */
export interface FeedView<T> {
  /** Tokens of one view are refused by another. */
  readonly name: string;
  readonly show: (event: FeedEvent) => T | undefined;
  /** Nothing recorded before this is told. */
  readonly since?: Instant;
}

export interface FeedRequest<T> {
  readonly tenantId: TenantId;
  readonly token?: string;
  /** Most events in the answer. */
  readonly limit: number;
  readonly view: FeedView<T>;
}

export interface FeedAnswer<T> {
  readonly events: readonly T[];
  /** Where to go on; the same as asked with when there was nothing new. */
  readonly token: string;
}

/** A lane being read: where the reader stands, and the page it stands on. */
interface Head {
  readonly lane: number;
  position: Position;
  page: FeedPage | undefined;
}

/**
 * Reads a sender's feed from a token on. Never answers with an empty list while there is more to tell: clients stop at an
 * empty page.
 *
 * @see suomifi-messages-notes.md section 5 and section 9, rule 9
 */
export function makeReadFeed({ feed, sealer, feedLanes }: FeedPorts) {
  return async function readFeed<T>(request: FeedRequest<T>): Promise<Result<FeedAnswer<T>, TokenRefused>> {
    const positions = await startOf(request);
    if (!positions.ok) return positions;
    const heads = await Promise.all(
      positions.value.map(async (position, lane) => headAt(request.tenantId, lane, position)),
    );
    const events: T[] = [];
    for (let head = oldest(heads); head && events.length < request.limit; head = oldest(heads)) {
      events.push(...take(head, request, request.limit - events.length));
      if (head.page && head.position.offset >= head.page.events.length) await turnPage(request.tenantId, head);
    }
    return ok({
      events,
      token: await tokenOf(
        request,
        heads.map(({ position }) => position),
      ),
    });
  };

  async function startOf<T>(request: FeedRequest<T>): Promise<Result<Positions, TokenRefused>> {
    if (request.token === undefined) return ok(await firstPositions(request));
    const [text = '', mac] = request.token.split('-');
    if ((await macOf(request, text)) !== mac) return refuse({ kind: 'token-refused' });
    return parsePositions(text, feedLanes);
  }

  async function firstPositions<T>({ tenantId, view }: FeedRequest<T>): Promise<Positions> {
    const lanes = Array.from({ length: feedLanes }, (_, lane) => ({ tenantId, lane }));
    return Promise.all(lanes.map(async (lane) => ({ page: await firstPageSince(feed, lane, view.since), offset: 0 })));
  }

  async function headAt(tenantId: TenantId, lane: number, position: Position): Promise<Head> {
    const head: Head = { lane, position, page: await feed.read({ tenantId, lane }, position.page) };
    if (head.page && position.offset >= head.page.events.length) await turnPage(tenantId, head);
    return head;
  }

  /** Stays at the end of a page until there is a next one, so that a token never names a page that is not there. */
  async function turnPage(tenantId: TenantId, head: Head): Promise<void> {
    const next = await feed.read({ tenantId, lane: head.lane }, head.position.page + 1);
    if (next) head.position = { page: next.number, offset: 0 };
    head.page = next;
  }

  async function tokenOf<T>(request: FeedRequest<T>, positions: Positions): Promise<string> {
    const text = formatPositions(positions);
    return `${text}-${await macOf(request, text)}`;
  }

  async function macOf<T>({ tenantId, view }: FeedRequest<T>, text: string): Promise<string> {
    return (await sealer.digest('feed-token', JSON.stringify([tenantId, view.name, text]))).slice(0, 24);
  }
}

/** Pages are numbered without gaps and never grow older, so the first one wanted is found by halving. */
async function firstPageSince(feed: FeedPages, lane: Lane, since: Instant | undefined): Promise<number> {
  const last = since === undefined ? undefined : await feed.last(lane);
  if (!last || since === undefined) return START.page;
  let low = START.page;
  let high = last.number;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const page = await feed.read(lane, middle);
    if (page && page.at < since) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lane whose page was put first: lanes are read side by side, oldest first. */
function oldest(heads: readonly Head[]): Head | undefined {
  return heads
    .filter(({ page }) => page !== undefined)
    .reduce<Head | undefined>(
      (best, head) => (best?.page && head.page && best.page.at <= head.page.at ? best : head),
      undefined,
    );
}

function take<T>(head: Head, { view }: FeedRequest<T>, most: number): T[] {
  const taken: T[] = [];
  const events = head.page?.events ?? [];
  let { offset } = head.position;
  for (; offset < events.length && taken.length < most; offset += 1) {
    const event = events[offset];
    const recent = event && (view.since === undefined || event.fact.at >= view.since);
    const shown = recent ? view.show(event) : undefined;
    if (shown !== undefined) taken.push(shown);
  }
  head.position = { ...head.position, offset };
  return taken;
}
