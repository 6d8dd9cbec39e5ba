import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { Authority, AuthorityService, ProgrammeKeyRole, SendingSystem } from '#shared/domain/tenancy/tenant';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Sealer } from '#shared/ports/sealer';
import type { Secrets } from '#shared/ports/secrets';
import type { SystemCredentials } from '#shared/ports/system-credentials';
import type { TenantAdmission, Tenants } from '#shared/ports/tenants';

export interface AdmitTenantPorts {
  readonly tenants: Tenants & TenantAdmission;
  readonly credentials: SystemCredentials;
  readonly sealer: Sealer;
  readonly secrets: Secrets;
}

export interface NewTenant {
  readonly authority: Authority;
  readonly service: AuthorityService;
  readonly system: SendingSystem;
}

/** Shown once; the hub keeps hashes. */
export interface TenantSecrets {
  readonly password: string;
  readonly apiKey: string;
}

export interface TenantRefused {
  readonly kind: 'tenant-refused';
  readonly problems: readonly FieldProblem[];
}

/**
 * Takes an authority in with one system and one service, or adds a system or a service to it: what is there already stays
 * as it is, but for the services a system may send for, which are added to, and what is said of the service anew. Each call gives the system a new password and
 * one more API key.
 */
export function makeAdmitTenant({ tenants, credentials, sealer, secrets }: AdmitTenantPorts) {
  /** Refused with `tenant-refused` when the system or the service is another authority's. */
  async function admitTenant({ authority, service, system }: NewTenant): Promise<Result<TenantSecrets, TenantRefused>> {
    const [knownService, knownSystem, knownAuthority] = await Promise.all([
      tenants.service(service.serviceId),
      tenants.system(system.systemId),
      tenants.authority(authority.tenantId),
    ]);
    const problems = [
      ...foreign('service', knownService?.tenantId, authority),
      ...foreign('system', knownSystem?.tenantId, authority),
    ];
    if (problems.length > 0) return refuse({ kind: 'tenant-refused', problems });

    const password = secrets.password();
    const apiKey = secrets.apiKey();
    await tenants.putAuthority({ ownDataServiceId: service.serviceId, ...knownAuthority, ...authority });
    await tenants.putService({ ...service, returnHosts: service.returnHosts ?? knownService?.returnHosts });
    await credentials.enrol(system.systemId, password);
    await tenants.putKey(await sealer.digest('api-key', apiKey), { type: 'system', systemId: system.systemId });
    await tenants.putSystem({
      ...system,
      services: [...new Set([...(knownSystem?.services ?? []), ...system.services])],
    });
    return ok({ password, apiKey });
  }

  /** @returns the key a print provider fetches letters with */
  async function admitPrintProvider(name: string): Promise<string> {
    const apiKey = secrets.apiKey();
    await tenants.putKey(await sealer.digest('api-key', apiKey), { type: 'print-provider', name });
    return apiKey;
  }

  /** @returns the key an operator declares outages with */
  async function admitOperator(name: string): Promise<string> {
    const apiKey = secrets.apiKey();
    await tenants.putKey(await sealer.digest('api-key', apiKey), { type: 'operator', name });
    return apiKey;
  }

  /** @returns the key somebody of the transition programme works with */
  async function admitToProgramme(name: string, role: ProgrammeKeyRole): Promise<string> {
    const apiKey = secrets.apiKey();
    await tenants.putKey(await sealer.digest('api-key', apiKey), { type: 'programme', name, role });
    return apiKey;
  }

  return { admitTenant, admitPrintProvider, admitOperator, admitToProgramme };
}

function foreign(field: string, owner: string | undefined, { tenantId }: Authority): FieldProblem[] {
  return owner === undefined || owner === tenantId ? [] : [{ field, rule: 'belongs to another authority' }];
}
