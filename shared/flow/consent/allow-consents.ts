import type { TenantId } from '#shared/domain/message/ids';
import { consentKeyOf } from '#shared/flow/consent/read-consents';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { Sealer } from '#shared/ports/sealer';
import type { TenantAdmission, Tenants } from '#shared/ports/tenants';

interface AllowPorts {
  readonly tenants: Tenants & TenantAdmission;
  readonly sealer: Pick<Sealer, 'digest'>;
}

interface AuthorityUnknown {
  readonly kind: 'authority-unknown';
}

/** The key an authority hashes identity codes with. The hub works it out anew whenever it needs it. */
export interface ConsentKey {
  readonly key: string;
  readonly keyVersion: number;
}

/**
 * Lets an authority read the feed of consents, or no more. A door may remember the answer of before for a minute.
 *
 * @see docs/adr/031
 */
export function makeAllowConsents({ tenants, sealer }: AllowPorts) {
  /** Allowed once more, it gets another key; the hashes of the one before are told no more. */
  async function allow(tenantId: TenantId): Promise<Result<ConsentKey, AuthorityUnknown>> {
    const authority = await tenants.authority(tenantId);
    if (!authority) return refuse({ kind: 'authority-unknown' });
    const { keyVersion: before = 0 } = authority.consentFeed ?? authority.consentFeedBefore ?? {};
    const keyVersion = before + 1;
    await tenants.putAuthority({ ...authority, consentFeed: { keyVersion }, consentFeedBefore: undefined });
    return ok({ keyVersion, key: await consentKeyOf(sealer, tenantId, keyVersion) });
  }

  async function deny(tenantId: TenantId): Promise<Result<undefined, AuthorityUnknown>> {
    const authority = await tenants.authority(tenantId);
    if (!authority) return refuse({ kind: 'authority-unknown' });
    const { consentFeed, consentFeedBefore, ...rest } = authority;
    await tenants.putAuthority({ ...rest, consentFeedBefore: consentFeed ?? consentFeedBefore });
    return ok(undefined);
  }

  return { allow, deny };
}
