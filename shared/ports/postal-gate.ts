import type { Batch } from '#shared/domain/delivery-postal/batch';
import type { PostalGate } from '#shared/domain/delivery-postal/postal-gate';
import type { CalendarDate } from '#shared/kernel/time';

/** Places for letters on one day, as many as the provider takes. */
export interface DayPlaces {
  readonly day: CalendarDate;
  readonly places: number;
}

/** What stands between the shelf and the provider: a gate, and the places of each day. All reads are strongly consistent. */
export interface PostalGates {
  read(): Promise<PostalGate>;
  set(gate: PostalGate): Promise<void>;

  /** Letters whose places of a day are taken. */
  takenOn(day: CalendarDate): Promise<number>;
  /**
   * Takes places for the letters of a batch, once: the same batch again changes nothing and is answered the same. A batch
   * that finds the whole day free has it, however large it is.
   *
   * @returns whether it has its places
   */
  takePlaces(batch: Pick<Batch, 'batchId' | 'letters'>, of: DayPlaces): Promise<boolean>;
}
