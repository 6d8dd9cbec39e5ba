import { type Letter, batchOfOne } from '#shared/domain/delivery-postal/letter';
import { letterId } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';
import type { Batches, LetterShelf } from '#shared/ports/print-house';

export interface ShowBatchPorts {
  readonly batches: Batches;
  readonly shelf: LetterShelf;
}

interface ShownBatch {
  readonly batchId: string;
  readonly cutAt: Instant;
  readonly letters: readonly Letter[];
}

/**
 * A batch as its provider sees it, once it is cut; from then on it holds the same letters for good.
 *
 * @returns nothing for a name that no batch has, or only one that is still being planned
 */
export function makeShowBatch({ batches, shelf }: ShowBatchPorts) {
  return async function showBatch(id: string): Promise<ShownBatch | undefined> {
    return (await cutBatch(id)) ?? batchOfOneLetter(id);
  };

  async function cutBatch(id: string): Promise<ShownBatch | undefined> {
    const batch = await batches.read(id);
    if (!batch || batch.state === 'PLANNED') return undefined;
    const letters = await Promise.all(batch.letters.map(async (each) => shelf.read(each)));
    const { batchId, cutAt = batch.plannedAt } = batch;
    return { batchId, cutAt, letters: letters.filter((letter) => letter !== undefined) };
  }

  async function batchOfOneLetter(id: string): Promise<ShownBatch | undefined> {
    const named = letterId.safeParse(id.replace(/^batch-/, ''));
    const letter = named.success ? await shelf.read(named.data) : undefined;
    if (letter?.batchId !== id || letter.state === 'WAITING' || id !== batchOfOne(letter.letterId)) return undefined;
    return { batchId: id, cutAt: letter.orderedAt, letters: [letter] };
  }
}
