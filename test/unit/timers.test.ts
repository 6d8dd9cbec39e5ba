import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '#shared/domain/message/decision';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { EVIDENCE_WAIT } from '#shared/domain/service-of-document/evidence-wait';
import {
  SOFT_BOUNCE_RETRIES,
  TRIES_BEFORE_STUCK,
  duesOf,
  leaseAfter,
  wakeFor,
} from '#shared/domain/service-of-document/timers';
import { DAY, HOUR, type Instant, MINUTE, after, earlier, instantAt } from '#shared/kernel/time';
import { ATTEMPT, NOON } from '#test/builders/domain';
import {
  acceptedFact,
  bouncedFact,
  decidedFact,
  deliveryOf,
  fallbackFact,
  handedFact,
  noticeSentFact,
  openedFact,
  storedFact,
} from '#test/builders/domain-facts';

const later = (ms: number) => after(NOON, ms);
const ELECTRONIC = 'deliver-electronically';

const ROAD: readonly string[] = [ELECTRONIC, 'order-print', 'release-hold'];

/** What a delivery with these facts owes on the road, all of them published. */
const roadOf = (facts: DeliveryFact[], claimedAt?: Instant) =>
  duesOf(deliveryOf({ facts, claim: claimedAt && { attempt: ATTEMPT, at: claimedAt, sends: 1 } })).filter(({ step }) =>
    ROAD.includes(step),
  );

describe('what a delivery owes on the road', () => {
  const toPaper = (channel: Decision['channel']) => decidedFact({ channel });

  it.each<[string, DeliveryFact[]]>([
    ['before its decision, which the message owes', [acceptedFact()]],
    ['in the mailbox, its notice sent', [decidedFact(), storedFact(), noticeSentFact()]],
    ['in the mailbox and opened', [decidedFact(), storedFact(), openedFact()]],
    [
      'opened, its notice come back',
      [decidedFact(), storedFact(), noticeSentFact(), bouncedFact('soft'), openedFact()],
    ],
    ['with the printer', [toPaper('LETTER'), handedFact()]],
    [
      'fallen back and opened before the letter was ordered',
      [decidedFact(), storedFact(), fallbackFact(), toPaper('LETTER'), openedFact()],
    ],
    ['with the printer, against an advice of receipt', [toPaper('LETTER_ADVICE_OF_RECEIPT'), handedFact()]],
    ['on a desk', [toPaper('MANUAL')]],
    ['undeliverable', [toPaper('UNDELIVERABLE')]],
    ['rejected', [toPaper('REJECTED')]],
  ])('is nothing %s', (_, facts) => {
    expect(roadOf(facts)).toEqual([]);
  });

  it('is its release at the moment an outage has lasted too long for it', () => {
    const holdUntil = after(NOON, 24 * HOUR);
    const held = decidedFact({ channel: 'HOLD', facts: { mailbox: 'ACTIVE', outageId: 'katko-1', holdUntil } });
    expect(roadOf([held])).toEqual([{ step: 'release-hold', at: holdUntil }]);
    expect(roadOf([toPaper('HOLD')])).toEqual([{ step: 'release-hold', at: NOON }]);
  });

  it.each<[string, DeliveryFact[]]>([
    ['decided', [decidedFact()]],
    ['stored and not noticed', [decidedFact(), storedFact()]],
    ['noticed and not stored', [decidedFact(), noticeSentFact()]],
    ['opened and not stored', [decidedFact(), openedFact()]],
    ['decided anew', [decidedFact(), storedFact(), noticeSentFact(), decidedFact()]],
  ])('is the mailbox at the moment of the decision: %s', (_, facts) => {
    expect(roadOf(facts)).toEqual([{ step: ELECTRONIC, at: NOON }]);
  });

  it.each<[string, DeliveryFact[]]>([
    ['decided', [toPaper('LETTER')]],
    ['decided against an advice of receipt', [toPaper('LETTER_ADVICE_OF_RECEIPT')]],
    [
      'fallen back',
      [decidedFact(), storedFact(), noticeSentFact(), bouncedFact('hard'), fallbackFact(), toPaper('LETTER')],
    ],
    ['fallen back a second time', [toPaper('LETTER'), handedFact(), fallbackFact(), toPaper('LETTER')]],
  ])('is the letter at the moment of the decision: %s', (_, facts) => {
    expect(roadOf(facts)).toEqual([{ step: 'order-print', at: NOON }]);
  });

  it.each([
    [1, 15 * MINUTE],
    [2, HOUR],
    [3, 4 * HOUR],
    [4, 12 * HOUR],
  ])('is another notice after soft bounce %i in %i ms', (bounces, wait) => {
    const earlierBounces = Array.from({ length: bounces - 1 }, () => bouncedFact('soft', later(MINUTE)));
    const facts = [decidedFact(), storedFact(), noticeSentFact(), ...earlierBounces, bouncedFact('soft', later(HOUR))];
    expect(roadOf(facts)).toEqual([{ step: ELECTRONIC, at: later(HOUR + wait) }]);
  });

  it('is due at once after the last soft bounce', () => {
    const bounces = Array.from({ length: 5 }, () => bouncedFact('soft', later(HOUR)));
    expect(SOFT_BOUNCE_RETRIES).toHaveLength(4);
    expect(roadOf([decidedFact(), storedFact(), ...bounces])).toEqual([{ step: ELECTRONIC, at: NOON }]);
  });

  it('does not wait for a bounce of the attempt before', () => {
    const again = decidedFact({ decidedAt: later(2 * HOUR) });
    const facts = [decidedFact(), storedFact(), bouncedFact('soft', later(HOUR)), fallbackFact(), again];
    expect(roadOf(facts)).toEqual([{ step: ELECTRONIC, at: later(2 * HOUR) }]);
  });

  it.each([
    ['evidence of a send whose answer was lost', [decidedFact(), storedFact()], 0, EVIDENCE_WAIT],
    ['evidence of a send an hour on', [decidedFact(), storedFact()], HOUR, HOUR + EVIDENCE_WAIT],
    ['the next notice where that is later', [decidedFact(), storedFact(), bouncedFact('soft')], 0, 15 * MINUTE],
  ])('waits under a claim for %s', (_, facts, claimedIn, due) => {
    expect(roadOf(facts, later(claimedIn))).toEqual([{ step: ELECTRONIC, at: later(due) }]);
  });

  it('is nothing more under a claim when it is done', () => {
    expect(roadOf([decidedFact(), storedFact(), noticeSentFact()], later(HOUR))).toEqual([]);
  });

  it('waits ten minutes for evidence', () => {
    expect(EVIDENCE_WAIT).toBe(10 * MINUTE);
  });
});

describe('what a delivery owes to the feed', () => {
  const facts = [acceptedFact(), storedFact(later(HOUR)), storedFact(later(2 * HOUR))];

  it.each([
    [0, NOON],
    [1, later(HOUR)],
    [2, later(2 * HOUR)],
  ])('is the oldest fact that is not published, after %i', (published, at) => {
    expect(duesOf(deliveryOf({ facts, published }))).toEqual([{ step: 'publish-events', at }]);
  });

  it('is nothing when all is published', () => {
    expect(duesOf(deliveryOf({ facts, published: 3 }))).toEqual([]);
  });

  it('comes after what it owes on the road', () => {
    const both = duesOf(deliveryOf({ facts: [acceptedFact(), decidedFact()], published: 0 }));
    expect(both.map(({ step }) => step)).toEqual([ELECTRONIC, 'publish-events']);
  });
});

describe('the place in the wake index', () => {
  const owed = (...ats: Instant[]) => ats.map((at) => ({ at }));

  it.each<[string, Instant[], Instant | undefined, Instant | undefined]>([
    ['is none for what owes nothing', [], undefined, undefined],
    ['is left by what owes nothing any more', [], NOON, undefined],
    ['is the moment due', [later(HOUR)], undefined, later(HOUR)],
    ['is the earliest moment due', [later(HOUR), NOON, later(MINUTE)], undefined, NOON],
    ['stays when it is right', [NOON], NOON, NOON],
    ['stays when it is early by less than five minutes', [later(5 * MINUTE - 1)], NOON, NOON],
    ['moves when it is early by five minutes', [later(5 * MINUTE)], NOON, later(5 * MINUTE)],
    ['moves when it is late by a moment', [NOON], later(1), NOON],
    ['moves when it is late by far', [NOON], later(DAY), NOON],
  ])('%s', (_, dues, current, wakeAt) => {
    expect(wakeFor(owed(...dues), current)).toBe(wakeAt);
  });

  it('takes another measure of early', () => {
    expect(wakeFor(owed(later(MINUTE)), NOON, MINUTE)).toBe(later(MINUTE));
    expect(wakeFor(owed(later(MINUTE - 1)), NOON, MINUTE)).toBe(NOON);
  });

  it('is never later than what is due, and never far before it', () => {
    const moment = fc.integer({ min: 0, max: 30 * DAY }).map(instantAt);
    const dues = fc.array(moment, { minLength: 1, maxLength: 5 });
    const slack = fc.integer({ min: 0, max: HOUR });
    fc.assert(
      fc.property(dues, fc.option(moment, { nil: undefined }), slack, (ats, current, most) => {
        const due = ats.reduce(earlier);
        const wakeAt = wakeFor(owed(...ats), current, most);
        expect(wakeAt !== undefined && wakeAt <= due && wakeAt >= earlier(due, after(due, -most))).toBe(true);
        expect(wakeFor(owed(...ats), wakeAt, most)).toBe(wakeAt);
      }),
    );
  });
});

describe('the lease of the sweep', () => {
  it.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 8],
    [4, 16],
    [5, 32],
    [6, 60],
    [9, 60],
    [5000, 60],
  ])('after look %i is %i minutes', (tries, minutes) => {
    expect(leaseAfter(tries)).toBe(minutes * MINUTE);
  });

  it('is given ten times before an operator is asked', () => {
    expect(TRIES_BEFORE_STUCK).toBe(10);
  });
});
