import { describe, expect, it } from 'vitest';
import { serviceId } from '#shared/domain/message/ids';
import { OTHER_TENANT, SENDER, SERVICE, STRANGER, SYSTEM, TENANT } from '#test/builders/messages';
import type { Stores } from '#test/builders/stores';

const name = { fi: 'Esimerkkikaupunki', sv: 'Exempelstaden', en: 'City of Example' };
const DIGEST = 'a'.repeat(64);

/** What every Tenants and TenantAdmission must do. */
export function tenantsContract(adapter: string, make: () => Promise<Pick<Stores, 'tenants'>>): void {
  describe(`Tenants: ${adapter}`, () => {
    it('knows nobody who was not taken in', async () => {
      const { tenants } = await make();
      expect(await tenants.authority(TENANT)).toBeUndefined();
      expect(await tenants.service(SERVICE)).toBeUndefined();
      expect(await tenants.system(SYSTEM)).toBeUndefined();
      expect(await tenants.holderOf(DIGEST)).toBeUndefined();
    });

    it('gives an authority, its service, its system and the holder of its key back as taken in', async () => {
      const { tenants } = await make();
      await tenants.putAuthority({ tenantId: TENANT, name });
      await tenants.putService({ serviceId: SERVICE, tenantId: TENANT, name });
      await tenants.putSystem(SENDER);
      await tenants.putKey(DIGEST, { type: 'system', systemId: SYSTEM });
      expect(await tenants.authority(TENANT)).toEqual({ tenantId: TENANT, name });
      expect(await tenants.service(SERVICE)).toEqual({ serviceId: SERVICE, tenantId: TENANT, name });
      expect(await tenants.system(SYSTEM)).toEqual(SENDER);
      expect(await tenants.holderOf(DIGEST)).toEqual({ type: 'system', systemId: SYSTEM });
    });

    it('knows a system from the moment it is taken in, also when it was asked for before', async () => {
      const { tenants } = await make();
      await tenants.system(SYSTEM);
      await tenants.putSystem(SENDER);
      expect(await tenants.system(SYSTEM)).toEqual(SENDER);
    });

    it('replaces what is taken in again', async () => {
      const { tenants } = await make();
      const services = [SERVICE, serviceId.parse('hub-service-9')];
      await tenants.putSystem(SENDER);
      await tenants.system(SYSTEM);
      await tenants.putSystem({ ...SENDER, services });
      expect(await tenants.system(SYSTEM)).toEqual({ ...SENDER, services });
    });

    it('keeps an authority and a system of the same name apart', async () => {
      const { tenants } = await make();
      await tenants.putAuthority({ tenantId: OTHER_TENANT, name });
      await tenants.putSystem(STRANGER);
      expect(await tenants.authority(TENANT)).toBeUndefined();
      expect(await tenants.system(SYSTEM)).toBeUndefined();
    });

    it('lists every authority, and nothing else that was taken in', async () => {
      const { tenants } = await make();
      expect(await tenants.authorities()).toEqual([]);
      await tenants.putAuthority({ tenantId: TENANT, name });
      await tenants.putAuthority({ tenantId: OTHER_TENANT, name });
      await tenants.putSystem(SENDER);
      await tenants.putService({ serviceId: SERVICE, tenantId: TENANT, name });
      expect([...(await tenants.authorities())].sort()).toEqual([TENANT, OTHER_TENANT].sort());
    });

    it('knows a print provider by its key', async () => {
      const { tenants } = await make();
      await tenants.putKey(DIGEST, { type: 'print-provider', name: 'print' });
      expect(await tenants.holderOf(DIGEST)).toEqual({ type: 'print-provider', name: 'print' });
      expect(await tenants.holderOf('b'.repeat(64))).toBeUndefined();
    });
  });
}
