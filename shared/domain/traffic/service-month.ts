import * as z from 'zod/mini';
import { targetGroup } from '#shared/domain/programme/registry/service';
import { serviceId, tenantId } from '#shared/domain/message/ids';

/** A month in Helsinki, `2026-11`. */
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

/** What is counted of the deliveries of a service; whole numbers that only grow. */
export const measure = z.enum([
  /** Deliveries decided for the first time, and how. */
  'deliveries',
  'electronic',
  'letter',
  'receiptLetter',
  'manual',
  'undeliverable',
  'held',
  /** How the recipients could be reached at the first decision. */
  'withConsent',
  'withMailbox',
  'obligationNotMet',
  /** What became of them. */
  'noticed',
  'opened',
  'windowExpired',
  'fallback',
  'bounced',
  'returned',
  'served',
  /** Paper at the first decision, by its cause. */
  'paperNoConsent',
  'paperNoMailbox',
  'paperStatute',
  'paperException',
  'paperPhase',
  'paperChoice',
  'paperOutage',
  'paperOther',
]);
export type Measure = z.infer<typeof measure>;

/** What the deliveries of one service to one group say of one month. Nobody can be told from it. */
export const serviceMonth = z.object({
  tenantId,
  serviceId,
  month,
  group: targetGroup,
  counts: z.partialRecord(measure, z.int()),
});
export type ServiceMonth = z.infer<typeof serviceMonth>;
