import type { Batch } from '#shared/domain/delivery-postal/batch';
import type { PostalGate } from '#shared/domain/delivery-postal/postal-gate';
import type { LimitDay, PostalApproval, PostalLimit } from '#shared/domain/delivery-postal/postal-limit';
import type { TenantId } from '#shared/domain/message/ids';
import type { CalendarDate } from '#shared/kernel/time';

/** Places for letters on one day: as many as the provider takes, or as an authority may send. */
export interface DayPlaces {
  readonly day: CalendarDate;
  readonly places: number;
  /** Absent: the places of the provider. */
  readonly tenantId?: TenantId;
}

/** A day of one authority. */
export type TenantDay = Required<Omit<DayPlaces, 'places'>>;

/**
 * What stands between the shelf and the provider: a gate, the limits of authorities, and the places of each day. All reads are
 * strongly consistent.
 */
export interface PostalGates {
  read(): Promise<PostalGate>;
  set(gate: PostalGate): Promise<void>;

  /** Nothing: none was ever entered. */
  limitOf(tenantId: TenantId): Promise<PostalLimit | undefined>;
  setLimit(tenantId: TenantId, limit: PostalLimit): Promise<void>;
  /** Every limit that was ever entered, those that were lifted included. */
  limits(): Promise<readonly (PostalLimit & { readonly tenantId: TenantId })[]>;

  /** What has come of a day of an authority. */
  limitDay(of: TenantDay): Promise<LimitDay>;
  approve(tenantId: TenantId, approval: PostalApproval): Promise<void>;

  /** Letters whose places with the provider are taken. */
  takenOn(day: CalendarDate): Promise<number>;
  /**
   * Takes places for the letters of a batch, once: the same batch again changes nothing and is answered the same. A batch
   * that finds the whole day free has it, however large it is.
   *
   * @returns whether it has its places
   */
  takePlaces(batch: Pick<Batch, 'batchId' | 'letters'>, of: DayPlaces): Promise<boolean>;
}
