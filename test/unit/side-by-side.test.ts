import { describe, expect, it } from 'vitest';
import { faultsIn, sideBySide } from '#shared/kernel/side-by-side';

const numbers = Array.from({ length: 10 }, (_, n) => n);

describe('work side by side', () => {
  it.each([1, 3, 50])(
    'in %i lanes gives what became of every piece, in order, and never has more under way',
    async (lanes) => {
      const count = { now: 0, most: 0 };
      const results = await sideBySide({ all: numbers, lanes }, async (n) => {
        count.now += 1;
        count.most = Math.max(count.most, count.now);
        await new Promise((resolve) => setImmediate(resolve));
        count.now -= 1;
        if (n === 4) throw new Error('four');
        return n * 2;
      });
      expect(results).toHaveLength(10);
      expect(results[9]).toEqual({ status: 'fulfilled', value: 18 });
      expect(faultsIn(results)).toEqual([new Error('four')]);
      expect(count.most).toBe(Math.min(lanes, 10));
    },
  );

  it('begins nothing more once it is closed', async () => {
    const left = { pieces: 4 };
    const isOpen = () => (left.pieces -= 1) >= 0;
    const results = await sideBySide({ all: numbers, lanes: 2, isOpen }, async (n) => n);
    expect(results).toEqual([0, 1, 2, 3].map((value) => ({ status: 'fulfilled', value })));
  });

  it('of nothing is done', async () => {
    expect(await sideBySide({ all: [], lanes: 4 }, async () => 1)).toEqual([]);
  });
});
