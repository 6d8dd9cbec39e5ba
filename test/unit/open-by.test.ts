import { describe, expect, it } from 'vitest';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { factFlags } from '#shared/domain/service-of-document/fact-flags';
import { openBy } from '#shared/domain/service-of-document/open-by';
import { type Instant, after, instant } from '#shared/kernel/time';
import {
  acknowledgedFact,
  decidedFact,
  deliveryOf,
  fallbackFact,
  handedFact,
  noticeSentFact,
  openedFact,
  openedLateFact,
  storedFact,
} from '#test/builders/domain-facts';

const END = instant.parse('2026-11-30T22:00:00.000Z');
const told = [decidedFact(), storedFact(), noticeSentFact()];
const verifiable = (facts: DeliveryFact[]) => deliveryOf({ kind: 'VERIFIABLE', facts });

describe('the last day to open a message', () => {
  it('is the last day of its window', () => {
    expect(openBy(verifiable(told))).toBe('2026-11-30');
    expect(openBy(verifiable([...told, fallbackFact(), decidedFact({ channel: 'LETTER' })]))).toBe('2026-11-30');
  });

  it.each<[string, DeliveryFact[]]>([
    ['before its notice', [decidedFact(), storedFact()]],
    ['once it is acknowledged', [...told, acknowledgedFact()]],
    ['once it is opened', [...told, openedFact()]],
    ['once its letter is handed over', [...told, handedFact()]],
    ['once it is opened too late', [...told, openedLateFact()]],
  ])('is none %s', (_, facts) => {
    expect(openBy(verifiable(facts))).toBeUndefined();
  });

  it('is none of an ordinary message', () => {
    expect(openBy(deliveryOf({ facts: told }))).toBeUndefined();
  });
});

describe('a message opened', () => {
  const flagsOf = (moment: Instant, kind: 'ORDINARY' | 'VERIFIABLE' = 'VERIFIABLE') =>
    factFlags(deliveryOf({ kind, facts: [...told, openedFact(moment)] }));

  it('when its window has ended is flagged, and not a moment before', () => {
    expect(flagsOf(END)).toEqual(['AFTER_WINDOW']);
    expect(flagsOf(after(END, -1))).toEqual([]);
  });

  it('has no window where it is ordinary', () => {
    expect(flagsOf(END, 'ORDINARY')).toEqual([]);
  });
});
