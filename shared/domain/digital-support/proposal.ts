import * as z from 'zod/mini';
import { supportProvider } from '#shared/domain/digital-support/registry/provider';
import { LOOKS_LIKE_IDENTITY_CODE } from '#shared/domain/message/identity-code';
import { line } from '#shared/domain/programme/fields';

/** A provider that somebody wants in the directory; nobody finds it before a coordinator accepts it (REQ-112). */
export const providerProposal = z.object({
  provider: supportProvider,
  state: z.enum(['WAITING', 'ACCEPTED', 'REFUSED']),
  /** Why it was refused. */
  reason: z.optional(line),
});
export type ProviderProposal = z.infer<typeof providerProposal>;

/** Whether a text of a proposal holds what looks like the identity code of a person: it is not kept then. */
export function holdsIdentityCode(proposed: object): boolean {
  return LOOKS_LIKE_IDENTITY_CODE.test(JSON.stringify(proposed));
}
