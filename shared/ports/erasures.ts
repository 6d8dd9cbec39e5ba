import type { RecipientId } from '#shared/domain/message/ids';
import type { Erasure } from '#shared/domain/own-data/erasure';
import type { Instant } from '#shared/kernel/time';

/** Erasures people have asked for, begun and done. Strongly consistent. */
export interface Erasures {
  /** Takes the place of the one with the same id and moment. */
  put(erasure: Erasure): Promise<void>;
  newest(id: RecipientId): Promise<Erasure | undefined>;
  /** Those that have been entered and are not done, oldest first. */
  unfinished(id: RecipientId): Promise<readonly Erasure[]>;
  /** Those entered before a moment that are done. */
  doneBefore(id: RecipientId, moment: Instant): Promise<readonly Erasure[]>;
  /** Repeating it is harmless. */
  remove(erasure: Erasure): Promise<void>;
}
