import * as z from 'zod/mini';
import { calendarDate, instant } from '#shared/kernel/time';

const letters = (least: number) => z.int().check(z.minimum(least), z.maximum(9_999_999));

/** How many letters of one authority go in a day of Helsinki without a second person; a number that is absent limits nothing. */
export const limitFields = {
  /** Letters of a day; the rest waits for the days after it. */
  lettersADay: z.optional(letters(1)),
  /** Letters of a day above which none goes any more, but by an approval. */
  approvalAbove: z.optional(letters(0)),
};

/** @see REQ-224 */
export const postalLimit = z.object({
  ...limitFields,
  changedAt: instant,
  /** Why, in the operator's words: nothing of a recipient. */
  reason: z.optional(z.string()),
});
export type PostalLimit = z.infer<typeof postalLimit>;

/** What a second person has let go beyond the limits of a day. Of several for one day the last one holds. */
export const postalApproval = z.object({
  day: calendarDate,
  /** Letters beyond the limits. */
  letters: letters(0),
  /** Who it was, as they call themselves. */
  by: z.string(),
  reason: z.string(),
  at: instant,
  /** The credential it was given with: an operator's name, or the system of the authority. */
  credential: z.string(),
});
export type PostalApproval = z.infer<typeof postalApproval>;

/** What has come of a day of an authority. */
export interface LimitDay {
  /** Letters whose places are taken. */
  readonly taken: number;
  /** Oldest first. */
  readonly approvals: readonly PostalApproval[];
}

/** Whether anything is limited; one that was lifted is kept without its numbers. */
export function isLimiting({
  lettersADay,
  approvalAbove,
}: Pick<PostalLimit, 'lettersADay' | 'approvalAbove'>): boolean {
  return lettersADay !== undefined || approvalAbove !== undefined;
}

/** Letters of the day by the limits and what was approved, whatever is waiting. */
export function placesOf(limit: PostalLimit, day: Pick<LimitDay, 'approvals'>): number {
  const { lettersADay = Infinity, approvalAbove = Infinity } = limit;
  return Math.min(lettersADay, approvalAbove) + approvedOn(day);
}

/** What waits, set against the limits of a day. */
export interface Waiting {
  /** Letters that may go on the day yet. */
  readonly room: number;
  /** So many go only when somebody approves; those of the daily limit go by themselves on another day. */
  readonly needsApproval: boolean;
  /** The least number that an approval for the day must name so that all that waits goes; 0: all goes. */
  readonly toApprove: number;
}

/** @param waiting letters of the authority on the shelf */
export function againstLimit(limit: PostalLimit, day: LimitDay, waiting: number): Waiting {
  const wanted = day.taken + waiting;
  const needsApproval = waiting > 0 && wanted > (limit.approvalAbove ?? Infinity) + approvedOn(day);
  const room = needsApproval ? 0 : Math.max(0, placesOf(limit, day) - day.taken);
  const beyond = Math.max(0, wanted - placesOf(limit, { approvals: [] }));
  return { room, needsApproval, toApprove: waiting > room ? beyond : 0 };
}

function approvedOn({ approvals }: Pick<LimitDay, 'approvals'>): number {
  return approvals.at(-1)?.letters ?? 0;
}
