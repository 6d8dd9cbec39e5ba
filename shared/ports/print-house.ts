import type { Batch } from '#shared/domain/delivery-postal/batch';
import type { Letter, ShelfState } from '#shared/domain/delivery-postal/letter';
import type { Relayed } from '#shared/domain/delivery-postal/relayed';
import type { LetterId, TenantId } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';

/** Where letters go: the hub's own shelf, from which a print provider fetches. */
export interface PrintHouse {
  /**
   * Orders a letter once: the same letter id again changes nothing, and that is a success. Only a letter that still waits
   * for its batch is replaced.
   *
   * @returns whether it lies there as given; if not, it is before the provider already
   */
  order(letter: Letter): Promise<boolean>;
}

/** The provider's side of the shelf. */
export interface LetterShelf {
  read(id: LetterId): Promise<Letter | undefined>;
  /** Letters in a state, oldest first. @param after id of the last letter of the page before */
  list(state: ShelfState, page: { after?: LetterId; limit: number }): Promise<readonly Letter[]>;
  /** On condition that the letter is still in the state as read; answers whether it was. */
  setState(letter: Letter, state: ShelfState): Promise<boolean>;
  /** Lays a letter that waits before the provider, as one of a batch; any other stays as it is. */
  release(id: LetterId, batch: { readonly batchId: string; readonly cutAt: Instant }): Promise<void>;
  /** Lays a letter that waits beside the others, with those of its authority: `list` does not tell of it any more. */
  layApart(letter: Letter): Promise<void>;
  /** Letters of an authority that lie apart, oldest first. */
  listApart(tenantId: TenantId, limit: number): Promise<readonly Letter[]>;
  /** How many they are; may be a moment late. */
  countApart(tenantId: TenantId): Promise<number>;
  /**
   * Notes the hash of a proof that is about to be put into the document store, so that whoever takes the letter off the shelf
   * finds its bytes; the same hash again changes nothing.
   *
   * @param most hashes that a letter may have
   * @returns whether it stands there; if not, the letter is gone or has that many
   */
  expectProof(id: LetterId, sha256: string, most: number): Promise<boolean>;
  /** Notes what the national service said of a letter; of one that is not there, nothing. */
  noteRelayed(id: LetterId, relayed: Relayed): Promise<void>;
  /** Takes a letter off the shelf for good; repeating it is harmless. */
  remove(id: LetterId): Promise<void>;
}

/** Batches and how far each has come. A name never names two. */
export interface Batches {
  /** Enters a batch unless its name is taken. @returns the batch of that name */
  plan(batch: Batch): Promise<Batch>;
  read(id: string): Promise<Batch | undefined>;
  /** Those not handed over yet, oldest first. */
  open(): Promise<readonly Batch[]>;
  /** Moves a batch on, on condition that it is still in the state as read; answers whether it was. */
  moveOn(seen: Batch, next: Batch): Promise<boolean>;
}
