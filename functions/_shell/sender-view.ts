import type { Authority, AuthorityService } from '#shared/domain/tenancy/tenant';

/** Who a message is from, or to, as its recipient reads it. */
export function senderOf(authority: Authority | undefined, service: AuthorityService | undefined) {
  return { organisation: authority?.name.fi ?? '', service: service?.name.fi ?? '' };
}
