import type { Batch } from '#shared/domain/delivery-postal/batch';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import type { Reason } from '#shared/domain/message/decision';
import type { LetterId } from '#shared/domain/message/ids';

/** A letter that its provider will not take, for good. */
export interface UntakenLetter {
  readonly letterId: LetterId;
  readonly reason: Reason;
}

export interface HandedOver {
  /** Their authorities have to see to them. Told again whenever the batch is delivered again. */
  readonly untaken: readonly UntakenLetter[];
  /** Letters that could not be given now: the batch is to be delivered again. */
  readonly left: number;
}

/** Brings a batch to a provider that does not fetch it. */
export interface HandOver {
  /**
   * Delivers the files of a batch, and last its manifest where there is one: a batch with a manifest is whole. Repeating it
   * is harmless, and what the provider has already is a success.
   */
  deliver(batch: Batch, letters: readonly Letter[]): Promise<HandedOver>;
}
