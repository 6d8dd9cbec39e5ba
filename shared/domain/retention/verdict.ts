import { afterCalendarYears, afterYears, LEAST_YEARS } from '#shared/domain/message/least-keeping';
import type { KeepingPeriods } from '#shared/domain/retention/rules';
import { DAY, type Instant, after, later } from '#shared/kernel/time';

/** A delivery as retention sees it. */
export interface Kept {
  /** Absent while it is open. */
  readonly endedAt?: Instant;
  /** The newest event but for a confirmed archiving. */
  readonly lastEventAt: Instant;
  readonly isArchived: boolean;
}

/** `END`: its time is over. `KEEP`: it is not, and nothing changes that before `until`. `OPEN`: nobody can say yet. */
export type Verdict =
  { readonly says: 'END' } | { readonly says: 'KEEP'; readonly until: Instant } | { readonly says: 'OPEN' };

/** How soon what is open or held is looked at again. */
export const LOOK_AGAIN = 30 * DAY;

interface Question {
  readonly periods: KeepingPeriods;
  readonly now: Instant;
}

/** When the content of a message ends: every delivery of it must have ended, and the last of them long enough ago. */
export function contentVerdict(deliveries: readonly Kept[], { periods, now }: Question): Verdict {
  const ends = deliveries.map(({ endedAt }) => endedAt);
  if (ends.length === 0 || ends.includes(undefined)) return { says: 'OPEN' };
  const last = ends.filter((end) => end !== undefined).reduce(later);
  return verdictAt(afterYears(last, Math.max(periods.contentYears, LEAST_YEARS)), now);
}

/** The moment a proof ends by itself, where no archiving is ever confirmed; never before the least the law asks. */
export function proofUntil(kept: Kept & { readonly endedAt: Instant }, periods: KeepingPeriods): Instant {
  return later(afterYears(kept.endedAt, periods.proofYears), leastProof(kept));
}

/** When the proof of a delivery ends. */
export function proofVerdict(kept: Kept, { periods, now }: Question): Verdict {
  const { endedAt } = kept;
  if (endedAt === undefined) return { says: 'OPEN' };
  const whole = { ...kept, endedAt };
  return verdictAt(kept.isArchived ? leastProof(whole) : proofUntil(whole, periods), now);
}

/** What is put off is looked at again within a month, or at its own moment where that is later. */
export function lookAgainAt(verdict: Verdict, now: Instant): Instant {
  const soon = after(now, LOOK_AGAIN);
  return verdict.says === 'KEEP' ? later(verdict.until, now) : soon;
}

function leastProof({ endedAt, lastEventAt }: Kept & { readonly endedAt: Instant }): Instant {
  return later(afterYears(endedAt, LEAST_YEARS), afterCalendarYears(later(lastEventAt, endedAt), LEAST_YEARS));
}

function verdictAt(until: Instant, now: Instant): Verdict {
  return until <= now ? { says: 'END' } : { says: 'KEEP', until };
}
