import { describe, expect, it } from 'vitest';
import type { Erasure } from '#shared/domain/own-data/erasure';
import { HOUR, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

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
export function erasuresContract(name: string, make: () => Promise<Pick<Stores, 'erasures'>>): void {
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
  });
}
