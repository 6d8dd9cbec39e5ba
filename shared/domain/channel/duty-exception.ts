import * as z from 'zod/mini';
import { formOfId } from '#shared/domain/message/identity-code';
import { recipientId, tenantId } from '#shared/domain/message/ids';
import { calendarDate, instant } from '#shared/kernel/time';

/** Grounds are a code list (REQ-180). Low volume is known as a ground and not allowed as one (REQ-216). */
export const exceptionGround = z.enum(['INDIVIDUAL_REASON', 'PROLONGED_OUTAGE', 'FOREIGN']);

/** Chosen by whoever enters it; stands in decisions and logs, so it is no code of a person. */
export const chosenId = z.string().check(
  z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  z.refine((id) => formOfId(id) !== 'PERSON', 'must not be a personal identity code'),
);

/** An authority's decision that a business may go on with paper, for a matter or for all of them, for a time. */
export const dutyException = z.object({
  tenantId,
  exceptionId: chosenId,
  recipientId,
  /** Absent: every matter of the authority. */
  matterId: z.optional(z.string()),
  /** First and last day, both inclusive, in Helsinki. */
  from: calendarDate,
  to: calendarDate,
  ground: exceptionGround,
  /** Sealed: the recipient's id, and who decided. */
  sealed: z.string(),
  enteredAt: instant,
});
export type DutyException = z.infer<typeof dutyException>;

/** Whether an exception covers a matter on a day (domain.md 3.4, C6.4). */
export function covers(
  { from, to, matterId }: DutyException,
  asked: { readonly day: string; readonly matterId: string | undefined },
): boolean {
  const sameMatter = matterId === undefined || matterId === asked.matterId;
  return sameMatter && from <= asked.day && asked.day <= to;
}
