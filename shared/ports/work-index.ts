import type { Delivery } from '#shared/domain/message/delivery';
import type { AttachmentId, MessageId, RecipientId } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';

/** An item's place in the wake index. */
export interface WakeEntry {
  /** Names the item to the index; of no meaning elsewhere. */
  readonly item: string;
  readonly wakeAt: Instant;
}

export interface WakePage {
  readonly entries: readonly WakeEntry[];
  /** Where it goes on; absent at the end. */
  readonly next?: string;
}

/** An item that owes work. */
export type OwingItem =
  | { readonly type: 'message'; readonly messageId: MessageId }
  | { readonly type: 'delivery'; readonly delivery: Delivery }
  | { readonly type: 'recipient'; readonly recipientId: RecipientId }
  | { readonly type: 'attachment'; readonly attachmentId: AttachmentId }
  | { readonly type: 'outage'; readonly outageId: string }
  /** What the hub holds on a person for that person: an erasure, or a year of the log. */
  | { readonly type: 'own-data'; readonly recipientId: RecipientId; readonly of: 'erasure' | 'access-log' };

export interface Owing {
  readonly item: OwingItem;
  /** How often the sweep has come since the item last moved on. */
  readonly tries: number;
}

/** The sparse index of every item that owes work. It is the work list: there is no other, and no watermark. */
export interface WorkIndex {
  /** Entries from the beginning of every shard up to and including `until`, a page at a time. */
  due(until: Instant): AsyncIterable<readonly WakeEntry[]>;

  /**
   * Entries up to and including `until`, some at a time, for looking only.
   *
   * @param after the place a page before ended at (`next`)
   * @returns nothing for a place that was not given by it
   */
  page(until: Instant, from: { readonly after?: string; readonly limit: number }): Promise<WakePage | undefined>;

  /** The earliest entry of all; `undefined` when nothing is owed. */
  earliest(): Promise<Instant | undefined>;

  /** The item behind an entry, strongly consistent; `undefined` when it owes nothing any more. */
  read(entry: WakeEntry): Promise<Owing | undefined>;

  /** Moves an entry, or takes it out, on condition that it is as seen; answers whether it was. */
  move(entry: WakeEntry, to: { readonly wakeAt: Instant | undefined; readonly tries: number }): Promise<boolean>;
}

/** A message with its deliveries, as far as telling what they owe needs. */
export interface Inventory {
  readonly messageId: MessageId;
  /** Absent for a message from an end user, which has no way to be routed. */
  readonly message?: { readonly wakeAt?: Instant };
  readonly deliveries: readonly Delivery[];
}

/** Everything there is, for the daily comparison with the index. */
export interface Inventories {
  all(): AsyncIterable<Inventory>;
  /** Enters a message, or one of its deliveries, that has no entry and has not changed; answers whether it did. */
  enter(item: Inventory | Delivery, wakeAt: Instant): Promise<boolean>;
}
