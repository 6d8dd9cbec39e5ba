import * as z from 'zod/mini';
import { calendarDate, instant } from '#shared/kernel/time';

/** Until when an answer is asked for, and by whom: an authority that set a day, or a statute whose period ends on it. */
export const answerDeadline = z
  .strictObject({ lastDay: calendarDate, setBy: z.enum(['AUTHORITY', 'STATUTE']) })
  .register(z.globalRegistry, {
    id: 'AnswerDeadline',
    description: 'A day set by an authority lasts until midnight, a statutory period until 16:15 (KHO:2024:22).',
  });
export type AnswerDeadline = z.infer<typeof answerDeadline>;

/** When a message was sent by its sender's account, and the declared outage that kept it from arriving. */
export const sentDuringOutage = z.object({ sentAt: instant, outageId: z.string() });
