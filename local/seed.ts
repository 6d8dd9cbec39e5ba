import type { Inside } from '#local/inside';
import { makeRegisterEntry } from '#local/sandbox/registers';
import { systemIds } from '#shared/adapters/system/ids';
import { systemCredentials } from '#functions/_shell/credentials';
import { credentialsConfig } from '#shared/contracts/config/credentials';
import { type RecipientId, type TenantId, serviceId, systemId, tenantId } from '#shared/domain/message/ids';
import { UNUSED_LIFETIME } from '#shared/domain/attachments/attachment';
import { makeReceiveMessage } from '#shared/flow/mailbox/receive-message';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { type Clock, after } from '#shared/kernel/time';

interface SeedTenant {
  readonly tenantId: TenantId;
  readonly name: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly service: { readonly id: string; readonly fi: string; readonly sv: string; readonly en: string };
  /** Hosts of the service that an offer of consent may lead back to. */
  readonly returnHosts: string[];
  readonly system: string;
  readonly password: string;
  readonly apiKey: string;
}

/** Tenants of both seeds; hub-api.md section 5. Their secrets are published, so they exist on a single machine only. */
const TENANTS: readonly SeedTenant[] = [
  {
    tenantId: tenantId.parse('esimerkkikaupunki'),
    name: { fi: 'Esimerkkikaupunki', sv: 'Exempelstaden', en: 'City of Example' },
    service: { id: 'hub-service-1', fi: 'Varhaiskasvatus', sv: 'Småbarnspedagogik', en: 'Early childhood education' },
    returnHosts: ['example.fi', 'asiointi.example.fi'],
    system: 'hub-system-1',
    password: 'Aa1!'.repeat(8),
    apiKey: 'hub-api-key',
  },
  {
    tenantId: tenantId.parse('esimerkkivirasto'),
    name: { fi: 'Esimerkkivirasto', sv: 'Exempelverket', en: 'Example Agency' },
    service: { id: 'hub-service-2', fi: 'Luvat', sv: 'Tillstånd', en: 'Permits' },
    returnHosts: ['example.fi', 'luvat.example.fi'],
    system: 'hub-system-2',
    password: 'Bb2?'.repeat(8),
    apiKey: 'hub-api-key-2',
  },
];

const address = (name: string, streetAddress: string) => ({
  name,
  streetAddress,
  zipCode: '00370',
  city: 'HELSINKI',
  countryCode: 'FI',
});

/** Seeds an empty hub; a hub that has been seeded is left as it is. */
export async function seed(inside: Inside, kind: 'demo' | 'empty', clock: Clock): Promise<void> {
  const [first] = TENANTS;
  if (!first || (await inside.tenants.authority(tenantId.parse('seeded')))) return;
  for (const tenant of TENANTS) await seedTenant(inside, tenant);
  await inside.tenants.putKey(await inside.sealer.digest('api-key', 'print-key'), {
    type: 'print-provider',
    name: 'print',
  });
  await inside.tenants.putKey(await inside.sealer.digest('api-key', 'operator-key'), {
    type: 'operator',
    name: 'operator',
  });
  for (const role of ['MINISTRY', 'COLLECTOR', 'COORDINATOR'] as const) {
    const name = role.toLowerCase();
    await inside.tenants.putKey(await inside.sealer.digest('api-key', `${name}-key`), {
      type: 'programme',
      name,
      role,
    });
  }
  await seedRegisters(inside, clock);
  if (kind === 'demo') await seedInbound(inside, clock);
  await inside.tenants.putAuthority({ tenantId: tenantId.parse('seeded'), name: first.name });
}

async function seedTenant({ tenants, sealer }: Inside, tenant: SeedTenant): Promise<void> {
  const { id, ...name } = tenant.service;
  const service = serviceId.parse(id);
  const system = systemId.parse(tenant.system);
  await tenants.putAuthority({ tenantId: tenant.tenantId, name: tenant.name, ownDataServiceId: service });
  await tenants.putService({
    serviceId: service,
    tenantId: tenant.tenantId,
    name,
    digital: true,
    returnHosts: tenant.returnHosts,
  });
  await tenants.putSystem({ systemId: system, tenantId: tenant.tenantId, services: [service] });
  await tenants.putKey(await sealer.digest('api-key', tenant.apiKey), { type: 'system', systemId: system });
  await systemCredentials(credentialsConfig.parse(process.env)).enrol(system, tenant.password);
}

async function seedRegisters(inside: Inside, clock: Clock): Promise<void> {
  const entry = makeRegisterEntry(inside, clock);
  await entry.person('010280-952L', {
    name: 'Testilä Tessa',
    language: 'fi',
    postalAddress: address('Testilä Tessa', 'Henrikintie 14 B 3'),
    consent: { electronic: true, email: 'active@example.fi' },
  });
  await entry.person('010101-123N', {
    name: 'Postila Paula',
    language: 'fi',
    postalAddress: address('Postila Paula', 'Kirjetie 5 A 2'),
  });
  const representatives = [{ id: '010280-952L', role: 'NIMKO' }];
  const company = { kind: 'COMPANY', employees: 5, postalAddress: address('Kuljetus Oy', 'Satamakatu 5') } as const;
  await entry.business('2532004-3', { ...company, name: 'Kuljetus Oy', representatives, mailboxActive: true });
  await entry.business('0737546-2', {
    ...company,
    name: 'Paperi Oy',
    postalAddress: address('Paperi Oy', 'Tehtaankatu 1'),
  });
}

/** One message from a person to an authority, so that a new user has something to fetch. */
async function seedInbound(inside: Inside, clock: Clock): Promise<void> {
  const recipientId = await makeRecipientIds(inside).enrol('010280-952L', systemIds.recipient());
  const attachmentId = await seedAttachment(inside, recipientId, clock);
  const { write } = makeReceiveMessage({
    ...inside,
    prepareUpload: async () => undefined,
    nudger: { nudge: async () => undefined },
    ids: systemIds,
    clock,
  });
  const owner = { id: '010280-952L', name: 'Testilä Tessa' };
  const body = 'Hei!\n\nLiitteenä on pyydetty selvitys.\n\nTerveisin\nTessa Testilä';
  await write({ recipientId, owner, actor: { role: 'SELF' } }, serviceId.parse('hub-service-1'), {
    title: 'Selvitys hakemukseen',
    body,
    attachmentIds: [attachmentId],
  });
}

async function seedAttachment({ documents, attachments, sealer }: Inside, recipientId: RecipientId, clock: Clock) {
  const attachmentId = systemIds.attachment();
  const bytes = Buffer.from('Selvitys: perheen tulot ovat muuttuneet 1.11. alkaen.\n');
  const documentKey = `documents/${recipientId}/${attachmentId}`;
  const at = clock();
  await documents.put(documentKey, { bytes, mediaType: 'text/plain' });
  const document = {
    attachmentId,
    filename: 'selvitys.txt',
    mediaType: 'text/plain',
    sizeBytes: bytes.length,
    sha256: sealer.sha256(bytes),
    documentKey,
  };
  await attachments.put({
    attachmentId,
    owner: { type: 'recipient', recipientId },
    uploadedAt: at,
    expiresAt: after(at, UNUSED_LIFETIME),
    sentTo: {},
    document,
  });
  return attachmentId;
}
