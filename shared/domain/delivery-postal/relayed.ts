import * as z from 'zod/mini';
import type { Reason } from '#shared/domain/message/decision';
import { type LetterId, type TenantId, letterId } from '#shared/domain/message/ids';

/** What came of giving a letter to the national service. One that stands is final: the letter is not given again. */
export const relayed = z.object({
  outcome: z.enum([
    'SENT',
    /** It will not take the letter: Posti credentials, address or document. */
    'REFUSED',
    /** The message names no Posti credentials, and its service has none. */
    'NO_CREDENTIALS',
    /** For named staff only, and the national service has no such work. */
    'RESTRICTED',
  ]),
  /** The national service's own id of it, where it told one. */
  messageId: z.optional(z.int()),
});
export type Relayed = z.infer<typeof relayed>;

/** Why the authority has to see to a letter that was not taken. */
const UNSENT: Readonly<Record<Exclude<Relayed['outcome'], 'SENT'>, Reason>> = {
  REFUSED: 'POSTAL_REFUSED',
  NO_CREDENTIALS: 'POSTI_CREDENTIALS_MISSING',
  RESTRICTED: 'NO_RESTRICTED_PRINT',
};

/** Nothing where it was sent. */
export function whyUnsent({ outcome }: Relayed): Reason | undefined {
  return outcome === 'SENT' ? undefined : UNSENT[outcome];
}

const NAMESPACE = 'viestivayla';

/** The letter's name at the national service, the same at every try: at most 68 of its 256 characters. */
export function externalIdOf(tenantId: TenantId, id: LetterId): string {
  return [NAMESPACE, tenantId, id].join('/');
}

/** The letter a name was given to; nothing where the name is not of this form, as those of other systems. */
export function letterNamed(externalId: string): LetterId | undefined {
  const [namespace, , id, ...rest] = externalId.split('/');
  return namespace === NAMESPACE && rest.length === 0 ? letterId.safeParse(id).data : undefined;
}
