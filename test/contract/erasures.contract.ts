import { describe, expect, it } from 'vitest';
import type { Erasure } from '#shared/domain/own-data/erasure';
import { HOUR, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';
import { entriesDue, wakesOf } from '#test/contract/wake-entries';

const OWNER = recipientNo(1);
const started: Erasure = {
  erasureId: 'attempt-1',
  recipientId: OWNER,
  at: NOON,
  state: 'STARTED',
  withdrawConsent: true,
  erased: [],
};

/** What every Erasures must do. */
export function erasuresContract(name: string, make: () => Promise<Pick<Stores, 'erasures' | 'index'>>): void {
  describe(`Erasures: ${name}`, () => {
    it('knows of none where nobody has asked', async () => {
      const { erasures } = await make();
      expect(await erasures.newest(OWNER)).toBeUndefined();
    });

    it('gives the newest one back, as it was put last, to its owner alone', async () => {
      const { erasures } = await make();
      const done: Erasure = { ...started, state: 'DONE', erased: ['NOTICE_ADDRESS'] };
      await erasures.put(started);
      await erasures.put(done);
      expect(await erasures.newest(OWNER)).toEqual(done);
      expect(await erasures.newest(recipientNo(2))).toBeUndefined();
      const later = { ...started, erasureId: 'attempt-0', at: after(NOON, HOUR) };
      await erasures.put(later);
      expect(await erasures.newest(OWNER)).toEqual(later);
    });

    it('stands on the work list until it is done, and lists what is unfinished, oldest first', async () => {
      const { erasures, index } = await make();
      const by = { role: 'SELF', name: 'sealed' } as const;
      const first: Erasure = { ...started, by, wakeAt: after(NOON, HOUR) };
      const second: Erasure = { ...first, erasureId: 'attempt-0', at: after(NOON, 1) };
      await erasures.put(second);
      await erasures.put(first);
      expect(await erasures.unfinished(OWNER)).toEqual([first, second]);
      const owing = await Promise.all((await entriesDue(index)).map(async (entry) => index.read(entry)));
      const owed = { item: { type: 'own-data', recipientId: OWNER, of: 'erasure' }, tries: 0 };
      expect(owing).toEqual([owed, owed]);
      await erasures.put({ ...started, state: 'DONE' });
      expect(await erasures.unfinished(OWNER)).toEqual([second]);
      expect(await wakesOf(index)).toHaveLength(1);
    });

    it('tells those that are done from before a moment, and removes one for good', async () => {
      const { erasures } = await make();
      const done: Erasure = { ...started, state: 'DONE' };
      const later: Erasure = { ...done, erasureId: 'attempt-0', at: after(NOON, HOUR) };
      for (const each of [done, later, { ...started, erasureId: 'attempt-9' }]) await erasures.put(each);
      expect(await erasures.doneBefore(OWNER, after(NOON, HOUR))).toEqual([done]);
      expect(await erasures.doneBefore(recipientNo(2), after(NOON, HOUR))).toEqual([]);
      for (let twice = 0; twice < 2; twice += 1) await erasures.remove(done);
      expect(await erasures.doneBefore(OWNER, after(NOON, 2 * HOUR))).toEqual([later]);
    });
  });
}
