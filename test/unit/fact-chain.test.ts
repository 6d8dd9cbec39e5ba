import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { chained, originHash, originOf } from '#shared/domain/evidence/fact-chain';
import { type DeliveryFact, deliveryFact } from '#shared/domain/message/facts';
import { canonicalJson, digestOf } from '#shared/kernel/digest';
import { DELIVERY } from '#test/builders/domain';
import { firstBroken } from '#test/builders/domain-evidence';
import { deliveryOf, everyFact } from '#test/builders/domain-facts';

const FROM = originOf(deliveryOf(), { contentSha256: 'c'.repeat(64), documents: ['d'.repeat(64)] });
const START = originHash(fingerprint, FROM);
const FACTS = chained(fingerprint, START, everyFact());

describe('canonical JSON', () => {
  it('says the same of the same value, however it was put together', () => {
    expect(canonicalJson({ b: 1, a: { d: [2, { f: 1, e: undefined }], c: 'ä' } })).toBe(
      '{"a":{"c":"ä","d":[2,{"f":1}]},"b":1}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(canonicalJson({ ...value, absent: undefined })).toBe(canonicalJson(value));
      }),
    );
  });

  it('hashes for one purpose never pass for those of another', () => {
    expect(digestOf(fingerprint, 'fact', 'x')).not.toBe(digestOf(fingerprint, 'page', 'x'));
  });
});

describe('the chain of a delivery', () => {
  it('gives each fact the hash of what stands before it and of itself', () => {
    expect(firstBroken(START, FACTS)).toBeUndefined();
    expect(new Set(FACTS.map(({ hash }) => hash)).size).toBe(FACTS.length);
    expect(FACTS.every(({ hash }) => /^[\w-]{43}$/.test(hash ?? ''))).toBe(true);
  });

  it('goes on from the last hash, whoever made it', () => {
    const some = chained(fingerprint, START, everyFact().slice(0, 4));
    expect(chained(fingerprint, 'of no meaning', [...some, ...everyFact().slice(4)])).toEqual(FACTS);
  });

  it('reads the same after it was stored and read', () => {
    const stored = FACTS.map((fact) => deliveryFact.parse(JSON.parse(JSON.stringify(fact))));
    expect(firstBroken(START, stored)).toBeUndefined();
  });

  it.each([
    ['delivery', { deliveryId: `${DELIVERY}9` }],
    ['message', { messageId: 1 }],
    ['sender', { tenantId: 'another' }],
    ['content', { contentSha256: 'e'.repeat(64) }],
    ['document', { documents: ['e'.repeat(64)] }],
    ['kind', { kind: 'VERIFIABLE' }],
    ['terms', { terms: { appealPeriod: { days: 30 } } }],
  ])('is that of one %s', (_, other) => {
    const start = digestOf(fingerprint, 'origin', { ...FROM, ...other });
    expect(firstBroken(start, FACTS)).toBe(1);
  });

  it('names the first fact that was changed, left out, doubled or moved', () => {
    const place = fc.integer({ min: 0, max: FACTS.length - 2 });
    const tamper = fc.constantFrom<(facts: readonly DeliveryFact[], i: number) => readonly DeliveryFact[]>(
      (facts, i) => facts.map((fact, j) => (i === j ? { ...fact, by: { role: 'GUARDIAN' } } : fact)),
      (facts, i) => facts.toSpliced(i, 1),
      (facts, i) => facts.toSpliced(i + 1, 0, ...facts.slice(i, i + 1)),
      (facts, i) => facts.toSpliced(i, 2, ...facts.slice(i, i + 2).reverse()),
    );
    fc.assert(
      fc.property(place, tamper, (i, change) => {
        const broken = firstBroken(START, change(FACTS, i));
        expect([i + 1, i + 2]).toContain(broken);
      }),
    );
  });
});
