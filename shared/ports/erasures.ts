import type { RecipientId } from '#shared/domain/message/ids';
import type { Erasure } from '#shared/domain/own-data/erasure';

/** Erasures people have asked for, begun and done. Strongly consistent. */
export interface Erasures {
  /** Takes the place of the one with the same id and moment. */
  put(erasure: Erasure): Promise<void>;
  newest(id: RecipientId): Promise<Erasure | undefined>;
  /** Those that have been entered and are not done, oldest first. */
  unfinished(id: RecipientId): Promise<readonly Erasure[]>;
}
