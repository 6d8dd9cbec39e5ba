import * as z from 'zod/mini';
import { type Letter, envelope } from '#shared/domain/delivery-postal/letter';
import { letterClass } from '#shared/domain/message/decision';
import { letterId, tenantId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** What all letters of a batch have in common: they run through one machine with one setting. */
const batchKind = z.object({
  class: letterClass,
  colour: z.boolean(),
  duplex: z.boolean(),
  envelope,
  /** Handled by named staff only, so never among other letters. */
  restricted: z.boolean(),
});
export type BatchKind = z.infer<typeof batchKind>;

/**
 * Letters that are printed together. `PLANNED` names the letters it may take, `CUT` those it has taken, for good;
 * `HANDED_OVER` ends the hub's part.
 */
export const batch = z.object({
  batchId: z.string(),
  kind: batchKind,
  state: z.enum(['PLANNED', 'CUT', 'HANDED_OVER']),
  plannedAt: instant,
  cutAt: z.optional(instant),
  letters: z.array(letterId),
  /** Whose limit its letters count for: they are of this authority alone. Absent: none of theirs was limited at the plan. */
  tenantId: z.optional(tenantId),
});
export type Batch = z.infer<typeof batch>;

export function kindOf({ class: letterClass, options, envelope: size, restricted }: Letter): BatchKind {
  return { class: letterClass, colour: options.colour, duplex: options.duplex, envelope: size, restricted };
}

/** `letter-black-duplex-c5`: part of the names of its batches. */
export function nameOfKind({ class: letterClass, colour, duplex, envelope: size, restricted }: BatchKind): string {
  const parts = [
    letterClass === 'LETTER' ? 'letter' : 'receipt',
    colour ? 'colour' : 'black',
    duplex ? 'duplex' : 'simplex',
    size.toLowerCase(),
    ...(restricted ? ['restricted'] : []),
  ];
  return parts.join('-');
}
