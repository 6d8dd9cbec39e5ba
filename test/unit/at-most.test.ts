import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atMost } from '#shared/kernel/at-most';

describe('work in turn', () => {
  it('is never more at once than it may be, goes on after a fault, and all of it is done in the order it came', async () => {
    const runs = fc.array(fc.record({ turns: fc.nat(4), fails: fc.boolean() }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), runs, async (most, works) => {
        const inTurn = atMost(most);
        const begun: number[] = [];
        let [now, peak] = [0, 0];
        const outcomes = await Promise.allSettled(
          works.map(async ({ turns, fails }, i) =>
            inTurn(async () => {
              begun.push(i);
              peak = Math.max(peak, (now += 1));
              for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
              now -= 1;
              if (fails) throw new Error('this one fails');
            }),
          ),
        );
        expect(peak).toBeLessThanOrEqual(most);
        expect(begun).toEqual(works.map((_, i) => i));
        expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(works.map(({ fails }) => fails));
      }),
    );
  });
});
