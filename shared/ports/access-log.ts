import type { AccessEntry } from '#shared/domain/access/access-entry';
import type { RecipientId } from '#shared/domain/message/ids';

/** Who looked at, or changed, what the hub holds on a person. Append-only. */
export interface AccessLog {
  /** Durable before it answers; repeating it is harmless. */
  enter(id: RecipientId, entry: AccessEntry): Promise<void>;
  /** Newest first. @param after `entryId` of the last entry of the page before */
  list(id: RecipientId, page: { readonly after?: string; readonly limit: number }): Promise<readonly AccessEntry[]>;
}
