import type { FeedPage } from '#shared/domain/feed/page';
import { type LaneEnd, type SignedRoot, endOfDay, inOrder, rootOf, textOf } from '#shared/domain/evidence/root';
import { addDays } from '#shared/kernel/calendar';
import { type CalendarDate, type Clock, type Instant, calendarDate, earlier, helsinkiDay } from '#shared/kernel/time';
import type { FeedPages, Lane } from '#shared/ports/feed-pages';
import type { SealedDays } from '#shared/ports/sealed-days';
import type { Sealer } from '#shared/ports/sealer';
import type { Signer } from '#shared/ports/signer';
import type { Tenants } from '#shared/ports/tenants';

export interface SealPorts {
  readonly tenants: Pick<Tenants, 'authorities'>;
  readonly feed: FeedPages;
  /** Feeds of one sender that are written side by side; never lowered. */
  readonly feedLanes: number;
  readonly days: SealedDays;
  readonly signer: Signer;
  readonly sealer: Pick<Sealer, 'fingerprint'>;
  readonly clock: Clock;
}

/**
 * Seals every day in Helsinki that is over and not sealed yet: a tree over the last page of every lane by the end of the day,
 * its root chained to the root before, signed and published. The newest published root is the watermark: a missed day is
 * sealed by a later run, with the same root. A run that is repeated, or dies anywhere, changes nothing that stands.
 *
 * @see reliability I10 (chain and daily root verify from exported files alone)
 */
export function makeSealEvidence(ports: SealPorts) {
  const { days, signer, sealer, clock } = ports;

  /** @returns how many days were sealed */
  return async function sealEvidence(): Promise<number> {
    const yesterday = addDays(helsinkiDay(clock()), -1);
    let last = await days.latest();
    if (last?.root.day === yesterday) return 0;
    const newest = await newestPages(ports);
    const first = last ? addDays(last.root.day, 1) : earlier(yesterday, await firstDay(ports.feed, newest));
    let sealed = 0;
    for (let day = first; day <= yesterday; day = addDays(day, 1), sealed += 1) last = await seal(day, newest, last);
    return sealed;
  };

  async function seal(day: CalendarDate, newest: readonly Mark[], last: SignedRoot | undefined): Promise<SignedRoot> {
    const until = endOfDay(day);
    const ends: (LaneEnd | undefined)[] = [];
    for (let start = 0; start < newest.length; start += AT_ONCE)
      ends.push(
        ...(await Promise.all(newest.slice(start, start + AT_ONCE).map((page) => endBefore(ports.feed, page, until)))),
      );
    const publicKey = await signer.publicKey();
    const found = inOrder(ends.filter((end) => end !== undefined));
    const root = rootOf(sealer.fingerprint, { day, ends: found, publicKey }, last?.root);
    const value = await signer.sign(textOf(root));
    const signature = { algorithm: 'ECDSA_SHA_256' as const, publicKey, value };
    return (await days.put({ signed: { root, signature }, ends: found })).signed;
  }
}

/** What of a page a seal needs. Its events are many, and of no matter here. */
type Mark = Pick<FeedPage, 'tenantId' | 'lane' | 'number' | 'at' | 'hash'>;

/** Lanes looked through at the same time: a page may hold 400 KB. */
const AT_ONCE = 25;

const LAST_DAY = calendarDate.parse('9999-12-31');

/** The newest page of every lane that has one. Who has lanes is told by the list of authorities, how many by configuration. */
async function newestPages({ tenants, feed, feedLanes }: SealPorts): Promise<Mark[]> {
  const found: Mark[] = [];
  for (const tenantId of await tenants.authorities()) {
    const lanes = Array.from({ length: feedLanes }, (_, lane) => feed.last({ tenantId, lane }));
    found.push(...(await Promise.all(lanes)).flatMap((page) => (page ? [markOf(page)] : [])));
  }
  return found;
}

/** The day of the first page of all; before anything was published, a day to come. */
async function firstDay(feed: FeedPages, newest: readonly Mark[]): Promise<CalendarDate> {
  const firsts = await Promise.all(newest.map((page) => pageOf(feed, page, 1)));
  return firsts.map(({ at }) => helsinkiDay(at)).reduce(earlier, LAST_DAY);
}

/** The last page before a moment: moments of a lane never go back, so halving finds it. */
async function endBefore(feed: FeedPages, newest: Mark, until: Instant): Promise<LaneEnd | undefined> {
  const { tenantId, lane } = newest;
  if (newest.at < until) return { tenantId, lane, number: newest.number, hash: newest.hash };
  let end: Mark | undefined;
  let after = newest.number;
  while (after - (end?.number ?? 0) > 1) {
    const middle = await pageOf(feed, { tenantId, lane }, Math.floor(((end?.number ?? 0) + after) / 2));
    if (middle.at < until) end = middle;
    else after = middle.number;
  }
  return end && { tenantId, lane, number: end.number, hash: end.hash };
}

async function pageOf(feed: FeedPages, { tenantId, lane }: Lane, number: number): Promise<Mark> {
  const page = await feed.read({ tenantId, lane }, number);
  if (!page) throw new Error(`page ${number} of a lane that has later ones is missing`);
  return markOf(page);
}

function markOf({ tenantId, lane, number, at, hash }: FeedPage): Mark {
  return { tenantId, lane, number, at, hash };
}
