import { describe, expect, it } from 'vitest';
import { type FeedPage, PAGE_SIZE } from '#shared/domain/feed/page';
import { externalId, serviceId } from '#shared/domain/message/ids';
import { NOON, OTHER_TENANT, TENANT } from '#test/builders/messages';
import { decision, page, token } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const LANE = { tenantId: TENANT, lane: 0 };

/** What every FeedPages must do. */
export function feedPagesContract(name: string, make: () => Promise<Pick<Stores, 'feed'>>): void {
  describe(`FeedPages: ${name}`, () => {
    it('has no page in a lane that was never written', async () => {
      const { feed } = await make();
      expect(await feed.last(LANE)).toBeUndefined();
      expect(await feed.read(LANE, 1)).toBeUndefined();
    });

    it('gives a page back as it was put', async () => {
      const { feed } = await make();
      expect(await feed.put(page(1))).toEqual({ ok: true, value: page(1) });
      expect(await feed.read(LANE, 1)).toEqual(page(1));
    });

    it('knows the last page by its number, not by its text', async () => {
      const { feed } = await make();
      for (const number of [9, 10, 2]) await feed.put(page(number));
      expect(await feed.last(LANE)).toEqual(page(10));
    });

    it('lets one of two publishers put a number', async () => {
      const { feed } = await make();
      const put = await Promise.all([
        feed.put(page(1, { hash: '1'.repeat(64) })),
        feed.put(page(1, { hash: '2'.repeat(64) })),
      ]);
      expect(put.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(put.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { kind: 'page-taken' } });
    });

    it('never changes a page', async () => {
      const { feed } = await make();
      await feed.put(page(1));
      await feed.put(page(1, { hash: '2'.repeat(64), events: [] }));
      expect(await feed.read(LANE, 1)).toEqual(page(1));
    });

    it('takes a repeat of the same page for a success whose answer was lost', async () => {
      const { feed } = await make();
      await feed.put(page(1));
      expect(await feed.put(page(1))).toMatchObject({ ok: true });
    });

    it('keeps lanes and senders apart', async () => {
      const { feed } = await make();
      await feed.put(page(1, { lane: 1 }));
      await feed.put(page(2, { tenantId: OTHER_TENANT }));
      expect(await feed.last(LANE)).toBeUndefined();
      expect(await feed.last({ tenantId: TENANT, lane: 1 })).toMatchObject({ number: 1 });
      expect(await feed.last({ tenantId: OTHER_TENANT, lane: 0 })).toMatchObject({ number: 2 });
    });

    it('takes a full page of decisions with the longest ids a sender may use', async () => {
      const { feed } = await make();
      const full = fullPage();
      expect(await feed.put(full)).toMatchObject({ ok: true });
      expect((await feed.read(LANE, 1))?.events).toHaveLength(PAGE_SIZE);
    });
  });
}

function fullPage(): FeedPage {
  const [event] = page(1).events;
  if (!event) throw new Error('a page without events');
  const fact = { type: 'DECIDED' as const, at: NOON, attempt: token('decided-1'), decision: decision() };
  const longest = {
    ...event,
    serviceId: serviceId.parse('s'.repeat(64)),
    externalId: externalId.parse('x'.repeat(256)),
    fact,
  };
  return page(1, { events: Array.from({ length: PAGE_SIZE }, (_, i) => ({ ...longest, seq: i + 1 })) });
}
