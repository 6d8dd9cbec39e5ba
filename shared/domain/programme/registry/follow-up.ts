import * as z from 'zod/mini';
import { priority } from '#shared/domain/programme/priorities';
import { texts } from '#shared/domain/programme/words';
import { line, paragraph, rowId, webAddress } from '#shared/domain/programme/fields';
import { calendarDate, instant } from '#shared/kernel/time';

/** A letter of the ministry to authorities, and how far it has come. @see REQ-013, REQ-138 */
export const circular = z.object({
  issuer: rowId,
  names: texts,
  /** Organisations it goes to; `cascadeOf` names the circular it passes on. */
  audience: z._default(z.array(rowId), []),
  cascadeOf: z.optional(rowId),
  sentAt: z.optional(instant),
  deliveries: z._default(
    z.array(
      z.object({
        organisationId: rowId,
        state: z.enum(['SENT', 'DELIVERED', 'READ', 'FAILED']),
        on: z.optional(calendarDate),
      }),
    ),
    [],
  ),
  attachment: z.optional(webAddress),
});
export type Circular = z.infer<typeof circular>;

/** What the ministry wrote of an authority in a period, and its answer (REQ-198, REQ-199). */
export const followUp = z.object({
  organisationId: rowId,
  period: line,
  ministryNote: z.optional(paragraph),
  measure: z.optional(paragraph),
  response: z.optional(paragraph),
  lastContactOn: z.optional(calendarDate),
});
export type FollowUp = z.infer<typeof followUp>;

/** Something outside that authorities wait for. @see REQ-046, REQ-076, REQ-212 */
export const dependency = z.object({
  names: texts,
  owner: z.optional(rowId),
  date: z.optional(calendarDate),
  state: z.enum(['PLANNED', 'IN_DEVELOPMENT', 'READY', 'LATE']),
});

/** One of the four priorities in the programme's plan of a year (REQ-014, REQ-017), or an event of its network (REQ-018). */
export const programmeItem = z.object({
  year: z.int(),
  kind: z.enum(['PRIORITY', 'EVENT', 'NEED', 'NEWS']),
  /** Which of the four priorities it furthers. */
  priority: z.optional(priority),
  names: texts,
  text: z.optional(texts),
  on: z.optional(calendarDate),
  state: z.optional(z.enum(['OPEN', 'DONE'])),
});
export type ProgrammeItem = z.infer<typeof programmeItem>;
