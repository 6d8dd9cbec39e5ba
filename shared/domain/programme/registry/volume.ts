import * as z from 'zod/mini';
import { count, rowId, year } from '#shared/domain/programme/fields';
import { targetGroup } from '#shared/domain/programme/registry/service';
import { calendarDate } from '#shared/kernel/time';

/** Transactions by channel; they sum to the total of their volume. */
export const channelSplit = z.object({
  electronic: z._default(count, 0),
  paper: z._default(count, 0),
  visit: z._default(count, 0),
  phone: z._default(count, 0),
  other: z._default(count, 0),
});
export type ChannelSplit = z.infer<typeof channelSplit>;

/** Transactions of a service in a year (REQ-247, REQ-264). */
export const volume = z.object({
  serviceId: rowId,
  year,
  total: z.optional(count),
  split: z.optional(channelSplit),
  targetGroup: z.optional(targetGroup),
  /** Size of the businesses, by persons employed: `1-9`, `10-49` … (REQ-200). */
  sizeClass: z.optional(z.string().check(z.minLength(1), z.maxLength(16))),
  method: z._default(z.enum(['MEASURED', 'ESTIMATED']), 'MEASURED'),
  reportedAt: z.optional(calendarDate),
});
export type Volume = z.infer<typeof volume>;

/** Whether the parts of a split are the whole of its volume; one without a total has no whole to be part of. */
export function splitSums({ total, split }: Pick<Volume, 'total' | 'split'>): boolean {
  if (!split) return true;
  return Object.values(split).reduce((sum, part) => sum + part, 0) === total;
}
