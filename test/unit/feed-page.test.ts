import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import {
  type FeedPage,
  PAGE_SIZE,
  hashOfPage,
  headerOf,
  laneOf,
  nextPage,
  publishedBy,
  unpublishedEvents,
} from '#shared/domain/feed/page';
import { deliveryId, messageId } from '#shared/domain/message/ids';
import { GENESIS } from '#shared/kernel/digest';
import { HOUR, after } from '#shared/kernel/time';
import { DELIVERY, EXTERNAL, MESSAGE, NOON, SERVICE, TENANT } from '#test/builders/domain';
import { acceptedFact, decidedFact, deliveryOf, openedFact, storedFact } from '#test/builders/domain-facts';

const OTHER = deliveryId.parse('99-1');
const FACTS = [acceptedFact(), decidedFact(), storedFact()];
const LANE = { tenantId: TENANT, lane: 3 };
const eventOf = (seq: number, fact: (typeof FACTS)[number], id = DELIVERY) => ({
  deliveryId: id,
  messageId: MESSAGE,
  serviceId: SERVICE,
  externalId: EXTERNAL,
  seq,
  fact,
});
const pageOf = (differing: Partial<FeedPage> = {}): FeedPage => ({
  ...LANE,
  number: 7,
  at: NOON,
  previousHash: 'b'.repeat(64),
  peaks: [],
  hash: 'a'.repeat(64),
  events: [],
  ...differing,
});

describe('what is not in the feed yet', () => {
  it('is told with the number of its fact, from 1', () => {
    const [first, second, third] = FACTS;
    if (!first || !second || !third) throw new Error('three facts');
    expect(unpublishedEvents([deliveryOf({ facts: FACTS, published: 0 })])).toEqual([
      eventOf(1, first),
      { ...eventOf(2, second), group: 'PERSON', sends: 'ORDINARY' },
      { ...eventOf(3, third), group: 'PERSON' },
    ]);
    expect(unpublishedEvents([deliveryOf({ facts: FACTS, published: 2 })])).toEqual([
      { ...eventOf(3, third), group: 'PERSON' },
    ]);
  });

  it('is nothing when all is published', () => {
    expect(unpublishedEvents([deliveryOf({ facts: FACTS, published: 3 })])).toEqual([]);
    expect(unpublishedEvents([])).toEqual([]);
  });

  it('has no external id where the message has none', () => {
    const [event] = unpublishedEvents([deliveryOf({ externalId: undefined, published: 0 })]);
    expect(event?.externalId).toBeUndefined();
  });

  it('is told delivery by delivery', () => {
    const deliveries = [
      deliveryOf({ facts: FACTS, published: 1 }),
      deliveryOf({ deliveryId: OTHER, facts: FACTS, published: 2 }),
    ];
    expect(unpublishedEvents(deliveries).map((event) => [event.deliveryId, event.seq])).toEqual([
      [DELIVERY, 2],
      [DELIVERY, 3],
      [OTHER, 3],
    ]);
  });

  it('fills one page at most and begins with the oldest', () => {
    const many = deliveryOf({ facts: Array.from({ length: PAGE_SIZE + 1 }, () => openedFact()), published: 0 });
    const events = unpublishedEvents([many]);
    expect([PAGE_SIZE, events.length, events[0]?.seq, events.at(-1)?.seq]).toEqual([500, 500, 1, 500]);
  });
});

describe('the next page', () => {
  const events = unpublishedEvents([deliveryOf({ facts: FACTS, published: 0 })]);
  const next = (last: FeedPage | undefined, at = NOON) => nextPage(fingerprint, last, { ...LANE, at, events });

  it('of a lane without pages is the first, after nothing', () => {
    expect(next(undefined)).toMatchObject({ ...LANE, number: 1, at: NOON, previousHash: GENESIS, peaks: [], events });
    expect(GENESIS).toHaveLength(fingerprint('').length);
  });

  it('is numbered after the last and holds its hash', () => {
    expect(next(pageOf(), after(NOON, HOUR))).toMatchObject({
      number: 8,
      at: after(NOON, HOUR),
      previousHash: 'a'.repeat(64),
    });
  });

  it('is never of a moment before the last, where the clock steps back', () => {
    expect(next(pageOf(), after(NOON, -HOUR)).at).toBe(NOON);
  });

  it('is of the lane it is asked for', () => {
    expect(next(pageOf({ lane: 9 }))).toMatchObject(LANE);
  });

  it('has a hash that covers every event by its leaf and nothing of a fact but its own hash', () => {
    const page = next(undefined);
    const { hash, ...rest } = page;
    const linked = (seq: number) => events.map((each) => ({ ...each, fact: { ...each.fact, hash: `h${seq}` } }));
    expect(hashOfPage(fingerprint, headerOf(fingerprint, rest))).toBe(hash);
    expect(JSON.stringify(headerOf(fingerprint, rest))).not.toContain('ACCEPTED');
    expect(headerOf(fingerprint, { ...rest, events: linked(1) }).leavesHash).not.toBe(
      headerOf(fingerprint, { ...rest, events: linked(2) }).leavesHash,
    );
    expect(headerOf(fingerprint, { ...rest, events: events.toReversed() }).leavesHash).not.toBe(
      headerOf(fingerprint, rest).leavesHash,
    );
  });
});

describe('how far a page publishes its deliveries', () => {
  const [fact] = FACTS;

  it('is the highest number of each, in whatever order they stand', () => {
    if (!fact) throw new Error('a fact');
    const events = [eventOf(3, fact), eventOf(1, fact, OTHER), eventOf(2, fact), eventOf(4, fact, OTHER)];
    expect([...publishedBy({ events })]).toEqual([
      [DELIVERY, 3],
      [OTHER, 4],
    ]);
  });

  it('is nothing for an empty page', () => {
    expect(publishedBy({ events: [] }).size).toBe(0);
  });

  it('is where the next reading begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (length, from) => {
        const facts = Array.from({ length }, () => openedFact());
        const delivery = deliveryOf({ facts, published: Math.min(from, length) });
        const upTo = publishedBy({ events: unpublishedEvents([delivery]) }).get(DELIVERY) ?? delivery.published;
        expect(unpublishedEvents([{ ...delivery, published: upTo }])).toEqual([]);
      }),
    );
  });
});

describe('the lane of a message', () => {
  it.each([
    [1, 1, 0],
    [7, 4, 3],
    [8, 4, 0],
    [Number.MAX_SAFE_INTEGER, 64, 63],
  ])('%i of %i lanes is %i', (id, lanes, lane) => {
    expect(laneOf(messageId.parse(id), lanes)).toBe(lane);
  });
});
