import type { Delivery } from '#shared/domain/message/delivery';
import type { Keeping } from '#shared/domain/message/keeping';
import type { DeliveryId, MessageId } from '#shared/domain/message/ids';
import type { Result } from '#shared/kernel/result';

export interface DeliveryExists {
  readonly kind: 'delivery-exists';
}

export interface VersionConflict {
  readonly kind: 'version-conflict';
}

/** The only place a delivery's history is kept. */
export interface DeliveryLog {
  /** Refused with `delivery-exists` when another writer made it; a retry of the same attempt is a success. */
  create(delivery: Delivery): Promise<Result<Delivery, DeliveryExists>>;

  /** Strongly consistent. */
  read(id: DeliveryId): Promise<Delivery | undefined>;

  /** Every delivery of a message, in the order of their running numbers; strongly consistent. */
  ofMessage(id: MessageId): Promise<readonly Delivery[]>;

  /**
   * Stores `after` in one conditional write: its facts must continue those of `before`, and neither facts nor claim may
   * have changed since `before` was read. Its place in the wake index becomes that of `after`. Refused with `version-conflict` otherwise, unless the write that got there first
   * is this very attempt, whose answer was lost.
   */
  append(before: Delivery, after: Delivery): Promise<Result<Delivery, VersionConflict>>;

  /**
   * Puts the links of its facts in the place of the facts (`keeping.proof`), and forgets whose it was, on the condition of
   * `append`. It leaves the wake index. Answers whether it is done, now or before.
   */
  endProof(before: Delivery, keeping: Keeping): Promise<boolean>;

  /**
   * Notes that the first `count` facts stand in the sender's feed, the newest of them on `page`; never lowers the number.
   * `delivery` is as read: when it has moved on meanwhile its wake entry is left alone, which is at worst too early.
   */
  markPublished(delivery: Delivery, count: number, page: number): Promise<void>;
}
