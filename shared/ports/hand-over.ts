import type { Batch } from '#shared/domain/delivery-postal/batch';
import type { Letter } from '#shared/domain/delivery-postal/letter';

/** Brings a batch to a provider that does not fetch it. */
export interface HandOver {
  /**
   * Delivers the files of a batch and last its manifest: a batch with a manifest is whole. Repeating it is harmless, and a
   * batch that the provider has already is a success.
   */
  deliver(batch: Batch, letters: readonly Letter[]): Promise<void>;
}
