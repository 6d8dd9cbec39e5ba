import type { AccessEntry } from '#shared/domain/access/access-entry';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';

/** Who looked at, or changed, what the hub holds on a person. Append-only until it ends, a calendar year at a time. */
export interface AccessLog {
  /** Durable before it answers; repeating it is harmless. */
  enter(id: RecipientId, entry: AccessEntry): Promise<void>;
  /** Puts the year of a moment on the work list, as an entry of it does: what else is held on the person ends with it. */
  owe(id: RecipientId, at: Instant): Promise<void>;
  /** Newest first. @param after `entryId` of the last entry of the page before */
  list(id: RecipientId, page: { readonly after?: string; readonly limit: number }): Promise<readonly AccessEntry[]>;
  /** Those from before a moment, oldest first. @param after last entry of the page before, there still or not */
  before(
    id: RecipientId,
    moment: Instant,
    page: { readonly after?: AccessEntry; readonly limit: number },
  ): Promise<readonly AccessEntry[]>;
  /** Removes entries; repeating it is harmless. */
  remove(id: RecipientId, entries: readonly AccessEntry[]): Promise<void>;
  /** Years that were over by a moment are looked at again then, or never. */
  lookAgain(id: RecipientId, over: Instant, at: Instant | undefined): Promise<void>;
}
