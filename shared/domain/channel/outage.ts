import * as z from 'zod/mini';
import { chosenId } from '#shared/domain/channel/duty-exception';
import type { OpenOutage } from '#shared/domain/channel/channel-facts';
import { attemptToken } from '#shared/domain/message/ids';
import { type Instant, after, instant } from '#shared/kernel/time';

/** A stretch of time in which mailboxes, or the notices about them, do not work; declared by an operator. */
export const outage = z.object({
  outageId: chosenId,
  /** What is affected, in words; it counts for every authority. */
  scope: z.string(),
  startedAt: instant,
  endedAt: z.optional(instant),
  /** Declared to last: nothing waits for its end. */
  prolonged: z.boolean(),
  /** Token of the declaration that made it what it is. */
  attempt: attemptToken,
  /** When its holds are looked at next; absent when there is nothing to release. */
  wakeAt: z.optional(instant),
});
export type Outage = z.infer<typeof outage>;

export function isOpen({ startedAt, endedAt }: Outage, at: Instant): boolean {
  return startedAt <= at && !hasEnded({ endedAt }, at);
}

export function hasEnded({ endedAt }: Pick<Outage, 'endedAt'>, at: Instant): boolean {
  return endedAt !== undefined && endedAt <= at;
}

/** @param threshold milliseconds an outage may last before what it holds goes on paper (domain.md 3.4, C9) */
export function asOpen({ outageId, startedAt, prolonged }: Outage, threshold: number): OpenOutage {
  return { outageId, prolonged, holdUntil: after(startedAt, threshold) };
}
