import { makeMemoryFeedPages } from '#shared/adapters/memory/feed-pages';
import { makeMemoryTrafficCounts } from '#shared/adapters/memory/traffic-counts';
import { type FeedEvent, PAGE_SIZE, feedPage } from '#shared/domain/feed/page';
import { deliveryIdOf, messageId, serviceId, tenantId } from '#shared/domain/message/ids';
import { makeCountTraffic } from '#shared/flow/feed/count-traffic';
import { GENESIS } from '#shared/kernel/digest';
import { instant } from '#shared/kernel/time';
import type { FeedPages } from '#shared/ports/feed-pages';
import type { TrafficCounts } from '#shared/ports/traffic-counts';

/** What counting new pages costs, with few old ones behind them and with many. */
export interface CountingCost {
  readonly pages: number;
  readonly callsPerPage: number;
  readonly cpuMsPerPage: number;
  /** Cost of a page behind many old ones, of one behind none: 1 is linear. */
  readonly callsRatio: number;
  readonly cpuRatio: number;
}

const TENANT = tenantId.parse('bench');
const AT = instant.parse('2026-11-23T08:15:00.000Z');
const NEW = 100;
const OLD = 1000;

/** Full pages of one lane: half of their facts are decisions, for ten services. */
export async function measureCounting(): Promise<CountingCost> {
  const feed = makeMemoryFeedPages();
  const tally = { calls: 0 };
  const tenants = { authorities: async () => [TENANT] };
  const counter = makeCountTraffic({
    feed: counted<Pick<FeedPages, 'read'>>(feed, tally),
    feedLanes: 1,
    traffic: counted<TrafficCounts>(makeMemoryTrafficCounts(), tally),
    tenants,
  });
  const measure = async (from: number, pages: number) => {
    for (let number = from; number < from + pages; number += 1) await feed.put(pageOf(number));
    tally.calls = 0;
    const before = process.cpuUsage();
    await counter.countAll();
    const { user, system } = process.cpuUsage(before);
    return { calls: tally.calls / pages, cpuMs: (user + system) / 1000 / pages };
  };
  await measure(1, NEW);
  const first = await measure(1 + NEW, NEW);
  await measure(1 + 2 * NEW, OLD);
  const last = await measure(1 + 2 * NEW + OLD, NEW);
  return {
    pages: NEW,
    callsPerPage: last.calls,
    cpuMsPerPage: last.cpuMs,
    callsRatio: last.calls / first.calls,
    cpuRatio: last.cpuMs / first.cpuMs,
  };
}

function counted<T extends object>(port: T, tally: { calls: number }): T {
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        tally.calls += 1;
        return Reflect.apply(member, target, given);
      };
    },
  });
}

function pageOf(number: number) {
  const events = Array.from({ length: PAGE_SIZE }, (_, i) => eventOf(number * PAGE_SIZE + i));
  const hash = String(number).padStart(43, '0');
  return feedPage.parse({ tenantId: TENANT, lane: 0, number, at: AT, previousHash: GENESIS, peaks: [], hash, events });
}

function eventOf(n: number): FeedEvent {
  const message = messageId.parse(n + 1);
  const group = n % 4 === 0 ? ('PERSON' as const) : ('BUSINESS' as const);
  const delivery = {
    deliveryId: deliveryIdOf(message, 1),
    messageId: message,
    serviceId: serviceId.parse(`s${n % 10}`),
  };
  if (n % 2 === 1) return { ...delivery, seq: 3, group, fact: { type: 'MAILBOX_STORED', at: AT } };
  const decision = {
    ruleSetId: 'fi-2016' as const,
    decidedAt: AT,
    path: ['C0b', 'C3', 'C7'],
    channel: 'ELECTRONIC' as const,
    reason: 'CONSENT' as const,
    flags: [],
    facts: { mailbox: 'ACTIVE' as const },
  };
  return { ...delivery, seq: 2, group, sends: 'ORDINARY', fact: { type: 'DECIDED', at: AT, decision } };
}
