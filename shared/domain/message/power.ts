import * as z from 'zod/mini';
import { serviceId } from '#shared/domain/message/ids';
import { type Instant, instant } from '#shared/kernel/time';

/** Where a power is on record (domain.md 3.1, Mandate.source; GIVEN_HERE: by its giver in this hub). */
export const powerSource = z.enum(['GIVEN_HERE', 'SERVICE_POINT_PAPER', 'VALTUUDET', 'VTJ_GUARDIAN', 'REGISTER_ROLE']);

/** What a power reaches: a mailbox as a whole, or the named matters of it alone. */
export const powerScope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('WHOLE_MAILBOX') }),
  z.object({
    type: z.literal('MATTERS'),
    matters: z.array(z.object({ serviceId, matterId: z.string().check(z.minLength(1), z.maxLength(256)) })),
  }),
]);
export type PowerScope = z.infer<typeof powerScope>;

/**
 * A power of one party to act for another, as a register answered at a moment.
 *
 * @see REQ-121 (mandates given and powers of the base registers); 434/2003 § 12, 14, 15
 */
export const power = z.object({
  mandateId: z.string(),
  role: z.enum(['AGENT', 'GUARDIAN', 'REPRESENTATIVE']),
  source: powerSource,
  scope: powerScope,
  /** What it is for (issue codes), where its register says so; absent: the mail of the principal. */
  themes: z.optional(z.array(z.string())),
  /** Documents of the principal are served on the holder instead (434/2003 § 56). */
  mayReceiveService: z.boolean(),
  validFrom: instant,
  /** Not valid from this instant on; absent: until it is cancelled. */
  validTo: z.optional(instant),
  /** The register's own reference to the check that gave this answer. */
  check: z.optional(z.string()),
});
export type Power = z.infer<typeof power>;

/** A matter of an authority's service, as the parties to it name it. */
export interface PowerMatter {
  readonly serviceId: string;
  readonly matterId?: string | undefined;
}

export function isInForce({ validFrom, validTo }: Pick<Power, 'validFrom' | 'validTo'>, at: Instant): boolean {
  return validFrom <= at && (validTo === undefined || at < validTo);
}

/** Whether a power reaches a message: a mandate for named matters reaches no message outside them. */
export function reaches({ scope }: Pick<Power, 'scope'>, of: PowerMatter): boolean {
  if (scope.type === 'WHOLE_MAILBOX') return true;
  return scope.matters.some(({ serviceId: service, matterId }) => service === of.serviceId && matterId === of.matterId);
}
