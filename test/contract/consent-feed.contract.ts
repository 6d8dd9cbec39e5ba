import { describe, expect, it } from 'vitest';
import type { PublishedConsent } from '#shared/domain/consent/published-consent';
import { NOON } from '#test/builders/messages';
import { page, recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const entry = (number: number, differing: Partial<PublishedConsent> = {}): PublishedConsent => ({
  lane: 0,
  number,
  recipientId: recipientNo(1),
  version: number,
  electronic: true,
  at: NOON,
  id: 'sealed',
  ...differing,
});

/** What every ConsentFeed must do. */
export function consentFeedContract(name: string, make: () => Promise<Pick<Stores, 'consentFeed' | 'feed'>>): void {
  describe(`ConsentFeed: ${name}`, () => {
    it('has nothing in a lane that was never written', async () => {
      const { consentFeed } = await make();
      expect(await consentFeed.last(0)).toBeUndefined();
      expect(await consentFeed.from(0, 1, 10)).toEqual([]);
    });

    it('gives entries back as they were put, by their numbers and not by their text', async () => {
      const { consentFeed } = await make();
      for (const number of [9, 10, 2, 1]) expect(await consentFeed.put(entry(number))).toMatchObject({ ok: true });
      expect(await consentFeed.last(0)).toEqual(entry(10));
      expect(await consentFeed.from(0, 2, 2)).toEqual([entry(2), entry(9)]);
      expect(await consentFeed.from(0, 11, 2)).toEqual([]);
    });

    it('lets one of two publishers put a number, and never changes an entry', async () => {
      const { consentFeed } = await make();
      const put = await Promise.all([consentFeed.put(entry(1)), consentFeed.put(entry(1, { electronic: false }))]);
      expect(put.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(put.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { kind: 'number-taken' } });
      const [first] = await consentFeed.from(0, 1, 1);
      await consentFeed.put(entry(1, { version: 7 }));
      expect(await consentFeed.from(0, 1, 1)).toEqual([first]);
    });

    it('keeps lanes apart, and what senders are told', async () => {
      const { consentFeed, feed } = await make();
      await feed.put(page(1));
      await consentFeed.put(entry(1, { lane: 1 }));
      expect(await consentFeed.last(0)).toBeUndefined();
      expect(await consentFeed.last(1)).toMatchObject({ number: 1 });
    });
  });
}
