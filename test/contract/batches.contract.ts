import { describe, expect, it } from 'vitest';
import type { Batch } from '#shared/domain/delivery-postal/batch';
import { MINUTE, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { letter, letterNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const batch = (n: number, part: Partial<Batch> = {}): Batch => ({
  batchId: `batch-no-${n}`,
  kind: { class: 'LETTER', colour: false, duplex: true, envelope: 'C5', restricted: false },
  state: 'PLANNED',
  plannedAt: after(NOON, n * MINUTE),
  letters: [letterNo(n)],
  ...part,
});
const cutAt = after(NOON, MINUTE);

/** What every store of batches must do, and the shelf its letters lie on. */
export function batchesContract(name: string, make: () => Promise<Pick<Stores, 'shelf' | 'batches'>>): void {
  describe(`Batches: ${name}`, () => {
    it('has none that was never planned', async () => {
      const { batches } = await make();
      expect(await batches.read('batch-no-1')).toBeUndefined();
      expect(await batches.open()).toEqual([]);
    });

    it('gives a name to one batch only, and tells whoever comes later which', async () => {
      const { batches } = await make();
      expect(await batches.plan(batch(1))).toEqual(batch(1));
      expect(await batches.plan(batch(1, { letters: [letterNo(1), letterNo(2)] }))).toEqual(batch(1));
      expect(await batches.read('batch-no-1')).toEqual(batch(1));
    });

    it('lists those under way, oldest first, until they are handed over', async () => {
      const { batches } = await make();
      for (const n of [2, 3, 1]) await batches.plan(batch(n));
      const cut = batch(2, { state: 'CUT', cutAt });
      await batches.moveOn(batch(2), cut);
      expect(await batches.open()).toEqual([batch(1), cut, batch(3)]);
      await batches.moveOn(cut, { ...cut, state: 'HANDED_OVER' });
      expect(await batches.open()).toEqual([batch(1), batch(3)]);
      expect(await batches.read('batch-no-2')).toEqual({ ...cut, state: 'HANDED_OVER' });
    });

    it('moves a batch only from the state it was seen in', async () => {
      const { batches } = await make();
      await batches.plan(batch(1));
      const ways = [[], [letterNo(1)]].map((letters) => batch(1, { state: 'CUT', cutAt, letters }));
      const moved = await Promise.all(ways.map(async (way) => batches.moveOn(batch(1), way)));
      expect([...moved].sort()).toEqual([false, true]);
      expect(await batches.moveOn(batch(9), batch(9, { state: 'CUT' }))).toBe(false);
    });

    it('is no letter, whatever lies beside it', async () => {
      const { batches, shelf } = await make();
      await batches.plan(batch(1));
      await shelf.order(letter(1));
      expect((await shelf.list('READY', { limit: 10 })).length).toBe(1);
      expect(await batches.open()).toEqual([batch(1)]);
    });
  });

  describe(`letters that wait: ${name}`, () => {
    const waiting = letter(1, { state: 'WAITING' });

    it('are replaced by a later order, and no other is', async () => {
      const { shelf } = await make();
      await shelf.order(waiting);
      await shelf.order({ ...waiting, pages: 2 });
      expect(await shelf.read(letterNo(1))).toEqual({ ...waiting, pages: 2 });
    });

    it('are laid before the provider once, in the order of the cuts', async () => {
      const { shelf } = await make();
      await shelf.order(letter(2, { orderedAt: NOON }));
      await shelf.order({ ...waiting, orderedAt: after(NOON, -MINUTE) });
      await shelf.release(letterNo(1), { batchId: 'one', cutAt });
      await shelf.release(letterNo(1), { batchId: 'another', cutAt });
      await shelf.release(letterNo(9), { batchId: 'one', cutAt });
      expect(await shelf.list('WAITING', { limit: 10 })).toEqual([]);
      const ready = await shelf.list('READY', { limit: 10 });
      expect(ready.map(({ letterId, batchId }) => [letterId, batchId])).toEqual([
        [letterNo(2), `batch-${letterNo(2)}`],
        [letterNo(1), 'one'],
      ]);
      expect((await shelf.list('READY', { after: letterNo(2), limit: 10 })).length).toBe(1);
    });
  });
}
