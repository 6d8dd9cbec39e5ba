import type { Batch } from '#shared/domain/delivery-postal/batch';
import type { Letter, PrintOptions } from '#shared/domain/delivery-postal/letter';

/** One line of a manifest: all a machine needs to print and envelop a letter, and nothing of its recipient. */
export type ManifestEntry = Pick<
  Letter,
  | 'letterId'
  | 'batchId'
  | 'class'
  | 'orderedAt'
  | 'sizeBytes'
  | 'sha256'
  | 'pages'
  | 'sheets'
  | 'envelope'
  | 'restricted'
  | 'costPool'
> &
  PrintOptions & { readonly fileName: string };

export function manifestEntry(letter: Letter): ManifestEntry {
  const { letterId, batchId, orderedAt, sizeBytes, sha256, options, pages, sheets, envelope, restricted } = letter;
  return {
    letterId,
    batchId,
    class: letter.class,
    orderedAt,
    fileName: `${letterId}.pdf`,
    sizeBytes,
    sha256,
    ...options,
    pages,
    sheets,
    envelope,
    restricted,
    costPool: letter.costPool,
  };
}

/** The manifest of a batch, as text: the same letters give the same bytes. */
export function manifestOf({ batchId, cutAt }: Batch, letters: readonly Letter[]): string {
  return JSON.stringify({ batchId, cutAt, letters: letters.map(manifestEntry) });
}
