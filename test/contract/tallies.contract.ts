import { describe, expect, it } from 'vitest';
import type { Stores } from '#test/builders/stores';

/** What every Tallies must do. */
export function talliesContract(name: string, make: () => Promise<Pick<Stores, 'tallies'>>): void {
  describe(`Tallies: ${name}`, () => {
    it('know nothing of what did not happen', async () => {
      const { tallies } = await make();
      expect(await tallies.of('needs', '2020-07')).toEqual(new Map());
    });

    it('count each name of each month and series by itself, however many at a time', async () => {
      const { tallies } = await make();
      await Promise.all(Array.from({ length: 20 }, async () => tallies.add('needs', '2020-07', '091#CHAT')));
      await tallies.add('needs', '2020-07', '890#-');
      await tallies.add('needs', '2020-08', '091#CHAT');
      await tallies.add('topics', '2020-07', '091#CHAT');
      expect(await tallies.of('needs', '2020-07')).toEqual(
        new Map([
          ['091#CHAT', 20],
          ['890#-', 1],
        ]),
      );
      expect(await tallies.of('needs', '2020-08')).toEqual(new Map([['091#CHAT', 1]]));
    });

    it('give as much of a budget as it has in a span, and all of it again in the next', async () => {
      const { tallies } = await make();
      const draw = async (span: string) => tallies.draw('needs', { span, most: 3 });
      const drawn = [];
      for (const span of ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b']) drawn.push(await draw(span));
      expect(drawn).toEqual([true, true, true, false, true, true, true, false]);
      expect(await tallies.draw('other', { span: 'b', most: 1 })).toBe(true);
    });

    it('never give more than that, whoever draws at the same time', async () => {
      const { tallies } = await make();
      await tallies.draw('needs', { span: 'a', most: 5 });
      const drawn = await Promise.all(
        Array.from({ length: 20 }, async () => tallies.draw('needs', { span: 'a', most: 5 })),
      );
      expect(drawn.filter(Boolean)).toHaveLength(4);
    });
  });
}
