import * as z from 'zod/mini';
import { count, euros, line, rowId } from '#shared/domain/programme/fields';
import { calendarDate } from '#shared/kernel/time';

export const pricedChannel = z.enum(['ELECTRONIC', 'PAPER', 'VISIT', 'PHONE']);
export type PricedChannel = z.infer<typeof pricedChannel>;

/** What a service costs its customer by one channel, and what it costs to provide (REQ-126 to 136). Euros. */
export const pricingTier = z.object({
  serviceId: rowId,
  channel: pricedChannel,
  fee: euros,
  /** Fee of the channel before there were tiers. */
  previousFee: z.optional(euros),
  /** All components of the cost of one transaction by this channel, by name. */
  costs: z.optional(z.record(z.string().check(z.minLength(1), z.maxLength(64)), euros)),
  /** Their sum, where they are told as one. */
  fullCost: z.optional(euros),
  decree: z.optional(line),
  customerTerminalAtOffice: z.optional(z.boolean()),
  /** Promise of the time it takes, in days (REQ-130). */
  processingDays: z.optional(count),
  validFrom: z.optional(calendarDate),
});
export type PricingTier = z.infer<typeof pricingTier>;

/** An application of an authority for phones (REQ-167). */
export const mobileApp = z.object({
  organisationId: rowId,
  serviceId: z.optional(rowId),
  appId: line,
  name: z.optional(line),
  purpose: z.enum(['INFO', 'LICENCE', 'TRANSACTION']),
});
export type MobileApp = z.infer<typeof mobileApp>;
