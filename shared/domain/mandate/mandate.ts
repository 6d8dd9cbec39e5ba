import * as z from 'zod/mini';
import { actor } from '#shared/domain/message/actor';
import { recipientId } from '#shared/domain/message/ids';
import { type Power, powerScope } from '#shared/domain/message/power';
import { theme } from '#shared/domain/mandate/themes';
import { type Instant, earlier, instant } from '#shared/kernel/time';

/** Random name of a mandate. Who holds one may name it where a party is asked for, so that no code is shown to anybody. */
export const mandateId = z
  .string()
  .check(z.regex(/^m-[0-9a-f]{32}$/))
  .brand<'MandateId'>();
export type MandateId = z.infer<typeof mandateId>;

const common = { at: instant, by: actor };

/** Everything that happens to a mandate, in order; facts are appended, never changed. */
export const mandateFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('GIVEN'), ...common }),
  z.object({ type: z.literal('ACCEPTED'), ...common }),
  z.object({ type: z.literal('DECLINED'), ...common }),
  z.object({ type: z.literal('CANCELLED'), ...common }),
  z.object({ type: z.literal('GIVEN_UP'), ...common }),
]);
export type MandateFact = z.infer<typeof mandateFact>;

/** The paper a mandate was given on, as an official registered it (571/2016 § 10 b). */
export const paperEvidence = z.object({
  /** SHA-256 of the scanned paper, 64 hexadecimal digits. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Of the scan. */
  mediaType: z.optional(z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'])),
  /** Whose staff registered it. */
  organisation: z.string().check(z.minLength(1), z.maxLength(256)),
});
export type PaperEvidence = z.infer<typeof paperEvidence>;

/** Who a mandate is between: identity codes or business ids, and names. Stored sealed. */
export const mandateParties = z.object({
  principal: z.object({ id: z.string(), name: z.string() }),
  holder: z.object({ id: z.string(), name: z.string() }),
});
export type MandateParties = z.infer<typeof mandateParties>;

/**
 * A mandate that its giver has given in this hub, or on a paper that a service point registered here.
 *
 * @see 571/2016 § 10 to 10 c; REQ-120, REQ-123; domain.md 3.10 (Mandates)
 */
export const mandate = z.object({
  mandateId,
  principal: recipientId,
  holder: recipientId,
  source: z.enum(['GIVEN_HERE', 'SERVICE_POINT_PAPER']),
  /** Sealed `mandateParties`. */
  sealed: z.string(),
  scope: powerScope,
  /** What it is for. */
  themes: z.array(theme),
  mayReceiveService: z.boolean(),
  validFrom: instant,
  /** Not valid from this instant on; absent: until it is cancelled. */
  validTo: z.optional(instant),
  evidence: z.optional(paperEvidence),
  facts: z.array(mandateFact),
});
export type Mandate = z.infer<typeof mandate>;

/** OFFERED: waits for its holder. COMING: accepted, and its first day is not here yet. DECLINED, CANCELLED and EXPIRED end it. */
export const mandateState = z.enum(['OFFERED', 'COMING', 'IN_FORCE', 'DECLINED', 'CANCELLED', 'EXPIRED']);
export type MandateState = z.infer<typeof mandateState>;

/** Where a mandate stands at a moment: its facts and its period alone say so. */
export function stateOf({ facts, validFrom, validTo }: Mandate, at: Instant): MandateState {
  const has = (type: MandateFact['type']) => facts.some((fact) => fact.type === type);
  if (has('DECLINED')) return 'DECLINED';
  if (has('CANCELLED') || has('GIVEN_UP')) return 'CANCELLED';
  if (validTo !== undefined && validTo <= at) return 'EXPIRED';
  if (!has('ACCEPTED')) return 'OFFERED';
  return at < validFrom ? 'COMING' : 'IN_FORCE';
}

/**
 * What a mandate lets its holder do at a moment; nothing unless it is in force. It is in force from its acceptance or its
 * first moment, whichever is later, to its end or its cancellation, whichever is earlier.
 */
export function powerOf(given: Mandate, at: Instant): Power | undefined {
  if (stateOf(given, at) !== 'IN_FORCE') return undefined;
  const { mandateId: id, source, scope, themes, mayReceiveService, validFrom, validTo } = given;
  return { mandateId: id, role: 'AGENT', source, scope, themes, mayReceiveService, validFrom, validTo };
}

/** The last moment of its period, for a mandate that has one. */
export function endOf({ facts, validTo }: Mandate): Instant | undefined {
  const ended = facts.find(({ type }) => type === 'DECLINED' || type === 'CANCELLED' || type === 'GIVEN_UP')?.at;
  if (ended === undefined || validTo === undefined) return ended ?? validTo;
  return earlier(ended, validTo);
}
