import * as z from 'zod/mini';
import { attemptToken, messageId, tenantId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** What a legal hold lies on. A matter is named by its keyed hash. */
export const holdScope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('MESSAGE'), messageId }),
  z.object({ type: z.literal('MATTER'), tenantId, matter: z.string() }),
  z.object({ type: z.literal('AUTHORITY'), tenantId }),
  z.object({ type: z.literal('EVERYTHING') }),
]);
export type HoldScope = z.infer<typeof holdScope>;

/**
 * A ruling that things must not end, whatever their time: a court case, an audit, an appeal. It is entered by an authority
 * for what is its own, or by the operator for anything.
 *
 * @see GDPR 17(3)(e); reliability-security-ux.md B.3
 */
export const legalHold = z.object({
  holdId: z.string(),
  /** `tenant/` and the authority, or `operator`: ids of two owners never meet. */
  owner: z.string(),
  scope: holdScope,
  /** Sealed: why, who decided, and the matter in words. */
  sealed: z.string(),
  enteredAt: instant,
  /** Token of the write that made it what it is. */
  attempt: attemptToken,
  /** Those a held message is for may know of it: it stands in their logs. */
  told: z.optional(z.boolean()),
  /** Lifted: it lies on nothing any more and is kept for the record. */
  liftedAt: z.optional(instant),
});
export type LegalHold = z.infer<typeof legalHold>;

/** Who entered it. */
export type HoldOwner = LegalHold['owner'];

export const OPERATOR: HoldOwner = 'operator';

export function ownerOf(tenant: string): HoldOwner {
  return `tenant/${tenant}`;
}

/** The name of what a hold lies on: two holds on one thing have one name. */
export function coverOf(scope: HoldScope): string {
  switch (scope.type) {
    case 'MESSAGE':
      return `message/${scope.messageId}`;
    case 'MATTER':
      return `matter/${scope.tenantId}/${scope.matter}`;
    case 'AUTHORITY':
      return `authority/${scope.tenantId}`;
    case 'EVERYTHING':
      return 'everything';
  }
}

/** A message as holds see it. @param matter keyed hash of its matter */
export interface Holdable {
  readonly messageId: z.infer<typeof messageId>;
  readonly tenantId: z.infer<typeof tenantId>;
  readonly matter?: string;
}

/** Every name under which a hold could lie on a message. */
export function coversOf({ messageId: id, tenantId: tenant, matter }: Holdable): string[] {
  return [
    coverOf({ type: 'MESSAGE', messageId: id }),
    coverOf({ type: 'AUTHORITY', tenantId: tenant }),
    coverOf({ type: 'EVERYTHING' }),
    ...(matter === undefined ? [] : [coverOf({ type: 'MATTER', tenantId: tenant, matter })]),
  ];
}

/** Whether a hold lies on a message now. */
export function liesOn({ scope, liftedAt }: Pick<LegalHold, 'scope' | 'liftedAt'>, message: Holdable): boolean {
  return liftedAt === undefined && coversOf(message).includes(coverOf(scope));
}
