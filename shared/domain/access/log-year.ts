import { LEAST_YEARS, afterCalendarYears, startOfYear } from '#shared/domain/message/least-keeping';
import type { Instant } from '#shared/kernel/time';

/** A calendar year of a log, in Helsinki. */
export interface LogYear {
  /** The first moment after it. */
  readonly over: Instant;
  /** The first moment its entries need not be kept. */
  readonly endsAt: Instant;
}

/** The year an entry belongs to. @see 571/2016 § 20 */
export function yearOfLog(entered: Instant): LogYear {
  return { over: startOfYear(entered, 1), endsAt: afterCalendarYears(entered, LEAST_YEARS) };
}

/** Entries from before this moment have been kept for as long as the law asks. */
export function logKeptFrom(now: Instant): Instant {
  return startOfYear(now, -LEAST_YEARS);
}
