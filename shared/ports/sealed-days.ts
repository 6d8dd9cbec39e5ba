import type { SealedDay, SignedRoot } from '#shared/domain/evidence/root';
import type { CalendarDate } from '#shared/kernel/time';

/** Sealed days, kept where nobody can change or remove them. Put once. */
export interface SealedDays {
  /** The newest root that is published; `undefined` before the first. */
  latest(): Promise<SignedRoot | undefined>;

  read(day: CalendarDate): Promise<SealedDay | undefined>;

  /**
   * Keeps the day and publishes its root, unless the day was kept before: then that one is published.
   *
   * @returns the day as it stands, byte by byte the one that was put first
   */
  put(day: SealedDay): Promise<SealedDay>;
}
