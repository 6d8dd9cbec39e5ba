import * as z from 'zod/mini';
import { code, count, line, paragraph, rowId, year } from '#shared/domain/programme/fields';
import { texts } from '#shared/domain/programme/words';
import { calendarDate } from '#shared/kernel/time';

/** How many people of a group need support in a region, as its coordinator estimates it. @see REQ-105, REQ-118 */
export const regionNeed = z.object({
  region: code,
  year,
  group: z._default(code, 'PERSON'),
  estimate: count,
  basis: z.optional(line),
  /** What is special about the region (REQ-106). */
  features: z.optional(paragraph),
});

/** A provider's place in the network that a region's coordinator has brought together. @see REQ-102, REQ-105 */
export const membership = z.object({
  region: code,
  providerId: rowId,
  role: z._default(z.enum(['MEMBER', 'COORDINATOR']), 'MEMBER'),
  from: z.optional(calendarDate),
  to: z.optional(calendarDate),
});

/** A pilot of the model with an actor of a region. @see REQ-108 */
export const pilot = z.object({
  names: texts,
  region: code,
  cohort: line,
  from: z.optional(calendarDate),
  to: z.optional(calendarDate),
});
