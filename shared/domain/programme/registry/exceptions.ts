import * as z from 'zod/mini';
import { line, paragraph, rowId } from '#shared/domain/programme/fields';
import { targetGroup } from '#shared/domain/programme/registry/service';
import { calendarDate } from '#shared/kernel/time';

/** A statute that keeps services on paper or at a desk. @see REQ-041, REQ-175, REQ-196 */
export const obstacle = z.object({
  /** As it is cited: `13/2003`. */
  statute: line,
  section: z.optional(line),
  type: z.enum(['PHYSICAL_VISIT', 'PAPER_SIGNATURE', 'PAPER_ONLY_DELIVERY', 'OTHER']),
  services: z._default(z.array(rowId), []),
  organisationId: z.optional(rowId),
  responsibleMinistry: z.optional(rowId),
  proposedChange: z.optional(paragraph),
  /** It keeps an offering from its target date. */
  blocking: z._default(z.boolean(), true),
  state: z._default(z.enum(['IDENTIFIED', 'IN_DRAFTING', 'BILL', 'IN_FORCE', 'REJECTED']), 'IDENTIFIED'),
});
export type Obstacle = z.infer<typeof obstacle>;

/** A code list: a low volume is a known ground and none that is allowed (REQ-180, REQ-215, REQ-216). */
export const exceptionGround = z.enum(['PROLONGED_OUTAGE', 'INDIVIDUAL_REASON', 'FOREIGN', 'LOW_VOLUME']);

/** An exception an authority proposes for an offering (REQ-171). Those of single businesses are the hub front's. */
export const programmeException = z.object({
  organisationId: rowId,
  serviceId: z.optional(rowId),
  targetGroup: z.optional(targetGroup),
  ground: exceptionGround,
  /** Whether the programme allows the ground; told by the hub. */
  allowed: z.optional(z.boolean()),
  matter: z.optional(line),
  reason: z.optional(paragraph),
  validFrom: z.optional(calendarDate),
  validTo: z.optional(calendarDate),
  decision: z._default(z.enum(['PROPOSED', 'APPROVED', 'REJECTED']), 'PROPOSED'),
  decidedBy: z.optional(line),
  decidedOn: z.optional(calendarDate),
});
export type ProgrammeException = z.infer<typeof programmeException>;

/** Whether a ground is one the programme allows (REQ-216). */
export function isAllowed({ ground }: Pick<ProgrammeException, 'ground'>): boolean {
  return ground !== 'LOW_VOLUME';
}
