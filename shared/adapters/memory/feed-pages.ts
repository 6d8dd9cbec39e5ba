import type { FeedPage } from '#shared/domain/feed/page';
import { ok, refuse } from '#shared/kernel/result';
import type { FeedPages, Lane } from '#shared/ports/feed-pages';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryFeedPages(): FeedPages {
  const lanes = new Map<string, Map<number, FeedPage>>();
  const pagesOf = ({ tenantId, lane }: Lane) => lanes.get(`${tenantId}#${lane}`) ?? new Map<number, FeedPage>();

  return {
    last: async (lane) => {
      const pages = pagesOf(lane);
      return structuredClone(pages.get(Math.max(...pages.keys())));
    },

    read: async (lane, number) => structuredClone(pagesOf(lane).get(number)),

    put: async (page) => {
      const pages = pagesOf(page);
      const stored = pages.get(page.number);
      if (stored) return stored.hash === page.hash ? ok(page) : refuse({ kind: 'page-taken' });
      lanes.set(`${page.tenantId}#${page.lane}`, pages.set(page.number, structuredClone(page)));
      return ok(page);
    },
  };
}
