import type { RecipientId, TenantId } from '#shared/domain/message/ids';
import type { DataRequest } from '#shared/domain/own-data/data-request';

export interface RequestPage {
  /** `place` of the last request of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** Requests for one's own data. All reads are strongly consistent; lists are by moment of receipt. */
export interface DataRequests {
  /** Puts a new one on every list it belongs to; repeating it is harmless. */
  enter(request: DataRequest): Promise<void>;
  read(requestId: string): Promise<DataRequest | undefined>;
  /** Stores a change on condition that the version before it is still the one in store; answers whether it was. */
  change(request: DataRequest): Promise<boolean>;
  /** Newest first. */
  ofRecipient(id: RecipientId, page: RequestPage): Promise<readonly DataRequest[]>;
  /** Newest first. */
  ofTenant(id: TenantId, page: RequestPage): Promise<readonly DataRequest[]>;
  /** Those not answered yet, oldest first: the first of them is due first, extensions aside. */
  openOf(id: TenantId, page: RequestPage): Promise<readonly DataRequest[]>;
}

/** A request's place in the lists. */
export function placeOf({ receivedAt, requestId }: Pick<DataRequest, 'receivedAt' | 'requestId'>): string {
  return `${receivedAt}#${requestId}`;
}
