import type { FeedPage } from '#shared/domain/feed/page';
import type { TenantId } from '#shared/domain/message/ids';
import type { Result } from '#shared/kernel/result';

export interface PageTaken {
  readonly kind: 'page-taken';
}

export interface Lane {
  readonly tenantId: TenantId;
  readonly lane: number;
}

/** A sender's feed: numbered pages, put once. */
export interface FeedPages {
  last(lane: Lane): Promise<FeedPage | undefined>;
  read(lane: Lane, number: number): Promise<FeedPage | undefined>;
  /** Refused with `page-taken` when another publisher put that number first; a retry of the same page is a success. */
  put(page: FeedPage): Promise<Result<FeedPage, PageTaken>>;
}
