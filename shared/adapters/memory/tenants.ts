import type { Authority, AuthorityService, KeyHolder, SendingSystem } from '#shared/domain/tenancy/tenant';
import type { TenantAdmission, Tenants } from '#shared/ports/tenants';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryTenants(): Tenants & TenantAdmission {
  const systems = new Map<string, SendingSystem>();
  const services = new Map<string, AuthorityService>();
  const authorities = new Map<string, Authority>();
  const holders = new Map<string, KeyHolder>();
  return {
    system: async (id) => structuredClone(systems.get(id)),
    service: async (id) => structuredClone(services.get(id)),
    authority: async (id) => structuredClone(authorities.get(id)),
    authorities: async () => [...authorities.values()].map(({ tenantId }) => tenantId),
    holderOf: async (digest) => structuredClone(holders.get(digest)),
    putAuthority: async (each) => keep(authorities, each.tenantId, each),
    putService: async (each) => keep(services, each.serviceId, each),
    putSystem: async (each) => keep(systems, each.systemId, each),
    putKey: async (digest, holder) => keep(holders, digest, holder),
  };
}

async function keep<T>(things: Map<string, T>, id: string, thing: T): Promise<void> {
  things.set(id, structuredClone(thing));
}
