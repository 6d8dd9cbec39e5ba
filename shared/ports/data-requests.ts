import type { RecipientId, TenantId } from '#shared/domain/message/ids';
import type { DataRequest } from '#shared/domain/own-data/data-request';
import type { Instant } from '#shared/kernel/time';

export interface RequestPage {
  /** `place` of the last request of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** Where a request stands on its person's list; the request itself is absent where its writer, or whoever ended it, is gone. */
export interface RequestLine extends Pick<DataRequest, 'recipientId' | 'requestId' | 'receivedAt'> {
  readonly tenantId: TenantId;
  readonly request?: DataRequest | undefined;
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
  /** Lines of a person's list received before a moment, oldest first. */
  before(id: RecipientId, moment: Instant, page: RequestPage): Promise<readonly RequestLine[]>;
  /** Takes a request away from everywhere, its line last: what is cut short is found again. Repeating it is harmless. */
  remove(line: RequestLine): Promise<void>;
}

/** A request's place in the lists. */
export function placeOf({ receivedAt, requestId }: Pick<DataRequest, 'receivedAt' | 'requestId'>): string {
  return `${receivedAt}#${requestId}`;
}
