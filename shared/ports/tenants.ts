import type { ServiceId, SystemId, TenantId } from '#shared/domain/message/ids';
import type { Authority, AuthorityService, KeyHolder, SendingSystem } from '#shared/domain/tenancy/tenant';

/** Who may send, and in whose name. Changes seldom; answers may be a minute old. */
export interface Tenants {
  system(id: SystemId): Promise<SendingSystem | undefined>;
  service(id: ServiceId): Promise<AuthorityService | undefined>;
  authority(id: TenantId): Promise<Authority | undefined>;
  /** Every authority there is, in no order. For what runs once a day. */
  authorities(): Promise<readonly TenantId[]>;
  /** @param keyDigest keyed hash of an API key */
  holderOf(keyDigest: string): Promise<KeyHolder | undefined>;
}

/** Taking a tenant in. Each call replaces what it names. */
export interface TenantAdmission {
  putAuthority(authority: Authority): Promise<void>;
  putService(service: AuthorityService): Promise<void>;
  putSystem(system: SendingSystem): Promise<void>;
  putKey(keyDigest: string, holder: KeyHolder): Promise<void>;
}
