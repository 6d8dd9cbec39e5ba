import * as z from 'zod/mini';
import { targetGroup } from '#shared/domain/programme/registry/service';
import { serviceId, tenantId } from '#shared/domain/message/ids';
import { month } from '#shared/domain/traffic/month';

/** Causes of paper where it was sent first, in the order they are told. */
export const PAPER_CAUSES = [
  'paperNoConsent',
  'paperNoMailbox',
  'paperStatute',
  'paperException',
  'paperPhase',
  'paperChoice',
  'paperOutage',
  'paperNotDigital',
  'paperOther',
] as const;

/** What is counted of the deliveries of a service, each in the month of its fact; whole numbers that only grow. */
export const measure = z.enum([
  /** Deliveries, in the month they were first sent anywhere, and where to. */
  'deliveries',
  'electronic',
  'letter',
  'receiptLetter',
  'manual',
  'undeliverable',
  /** Of the electronic ones, those that ask for a receipt: only they have a window. */
  'electronicVerifiable',
  /** Deliveries an outage has kept back; counted as deliveries when they are sent. */
  'held',
  /** How the recipients could be reached: a consent in force whose notices arrive; a mailbox they have opened once. */
  'withConsent',
  'withMailbox',
  'obligationNotMet',
  /** What became of them. */
  'stored',
  'noticed',
  'opened',
  'windowExpired',
  /** On paper after the mailbox. */
  'fallback',
  'bounced',
  'returned',
  'served',
  /** Letters given to print, those after a fallback and after a return included. */
  'printedLetter',
  'printedReceiptLetter',
  /** Paper where it was sent first, by its cause. */
  ...PAPER_CAUSES,
]);
export type Measure = z.infer<typeof measure>;
export const MEASURES: readonly Measure[] = measure.options;

/** A measure that is missing is zero. */
export type Counts = Partial<Readonly<Record<Measure, number>>>;

/** What the deliveries of one service to one group say of one month. Nobody can be told from it. */
export const serviceMonth = z.object({
  tenantId,
  serviceId,
  month,
  group: targetGroup,
  counts: z.partialRecord(measure, z.int()),
});
export type ServiceMonth = z.infer<typeof serviceMonth>;

/** How many messages of a service a statute has kept on paper in a month (REQ-175). */
export const statuteMonth = z.object({
  tenantId,
  serviceId,
  month,
  /** As cited (message/citation.ts); absent: the sender's words cite none that can be told. */
  statute: z.optional(z.string()),
  hits: z.int(),
});
export type StatuteMonth = z.infer<typeof statuteMonth>;
