import * as z from 'zod/mini';
import { recipientId } from '#shared/domain/message/ids';
import { type Instant, MINUTE, after, elapsed, instant } from '#shared/kernel/time';

/** What an official was shown, or used, to be sure who the visitor is. */
export const identifiedBy = z.enum(['PASSPORT', 'ID_CARD', 'DRIVING_LICENCE', 'STRONG_ID']);
export type IdentifiedBy = z.infer<typeof identifiedBy>;

/**
 * A person who stands before an official of a service point and has been identified there. Lives sealed in the official's
 * hands and nowhere else.
 *
 * @see 571/2016 § 10 to 10 c; REQ-023, REQ-024, REQ-123; domain.md 3.10 (Service point)
 */
export const deskVisit = z.object({
  /** Personal identity code. */
  visitorId: z.string(),
  recipientId,
  identifiedBy,
  /** Why the official acts, in their own words. */
  reason: z.string(),
  /** Whom the visitor stands in for, by identity code or business id; absent: the visitor comes for themself. */
  principal: z.optional(z.object({ id: z.string(), recipientId })),
  begunAt: instant,
});
export type DeskVisit = z.infer<typeof deskVisit>;

/** How long a visit lasts: then the visitor is identified anew. */
const LONGEST = 30 * MINUTE;

export function endOfVisit({ begunAt }: Pick<DeskVisit, 'begunAt'>): Instant {
  return after(begunAt, LONGEST);
}

/** A clock that was set back ends a visit too. */
export function isVisitOver(visit: Pick<DeskVisit, 'begunAt'>, now: Instant): boolean {
  return now >= endOfVisit(visit) || elapsed(visit.begunAt, now) < -MINUTE;
}
