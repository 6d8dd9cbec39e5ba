import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { climbTree, treePath, treeRoot } from '#shared/domain/evidence/merkle';
import { rootOf } from '#shared/domain/evidence/root';
import { GENESIS } from '#shared/kernel/digest';
import { DAY_ONE, endOf } from '#test/builders/domain-evidence';

const leaves = (count: number) => Array.from({ length: count }, (_, i) => fingerprint(String(i)));

describe('a tree of hashes', () => {
  it('leads from every leaf to its root', () => {
    const place = fc
      .integer({ min: 1, max: 70 })
      .chain((count) => fc.tuple(fc.constant(count), fc.integer({ min: 0, max: count - 1 })));
    fc.assert(
      fc.property(place, ([count, index]) => {
        const all = leaves(count);
        const path = treePath(fingerprint, all, index);
        expect(climbTree(fingerprint, all[index] ?? '', path)).toBe(treeRoot(fingerprint, all));
        expect(climbTree(fingerprint, fingerprint('another'), path)).not.toBe(treeRoot(fingerprint, all));
      }),
    );
  });

  it('of nothing has a root too, which no leaf leads to', () => {
    expect(treeRoot(fingerprint, [])).toHaveLength(43);
    expect(treeRoot(fingerprint, [])).not.toBe(treeRoot(fingerprint, leaves(1)));
  });

  it('of other leaves, or in another order, has another root', () => {
    const roots = [leaves(3), leaves(4), leaves(4).reverse(), [...leaves(3), ...leaves(3).slice(2)]];
    expect(new Set(roots.map((each) => treeRoot(fingerprint, each))).size).toBe(roots.length);
  });
});

describe('the root of a day', () => {
  const ends = [endOf(0, 7), endOf(1, 9)];
  const first = rootOf(fingerprint, { day: DAY_ONE, ends, publicKey: 'key' }, undefined);

  it('is the same for the same ends', () => {
    expect(rootOf(fingerprint, { day: DAY_ONE, ends, publicKey: 'key' }, undefined)).toEqual(first);
    expect(first).toMatchObject({ number: 1, day: '2026-11-23', until: '2026-11-23T22:00:00.000Z', previous: GENESIS });
  });

  it('holds the one before', () => {
    const second = rootOf(fingerprint, { day: DAY_ONE, ends, publicKey: 'key' }, first);
    const other = rootOf(fingerprint, { day: DAY_ONE, ends, publicKey: 'key' }, { ...first, lanes: 3 });
    expect(second.number).toBe(2);
    expect(second.previous).not.toBe(other.previous);
  });

  it('tells of no sender', () => {
    expect(JSON.stringify(first)).not.toContain(ends[0]?.tenantId);
  });
});
